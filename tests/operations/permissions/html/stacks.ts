import { type StackAccess, stackAccess } from "../../../../operations/permissions/show/access.ts";
import { declared } from "../stackFiles.ts";

/** A stack with all that a page can show: every level, a Deny, a boundary, attached policies, and a role that may do nothing. */
export async function variedAccess(): Promise<StackAccess> {
  const workloads = {
    api: {
      access: [
        { s3: { bucket: "orders", level: "readWrite" } },
        { logs: { logGroup: "/prod/api", level: "write" } },
      ],
      statements: [
        { effect: "Deny", actions: ["s3:DeleteObject"], resources: ["arn:aws:s3:::orders/*"] },
        { effect: "Deny", actions: ["sqs:*"], resources: ["*"] },
      ],
      attachTo: ["i-0123456789abcdef0"],
    },
    deployer: {
      access: [{ s3: { bucket: "orders", level: "read" } }],
      statements: [
        { actions: ["iam:PassRole", "iam:TagRole"], resources: ["arn:aws:iam::*:role/shop-*"] },
        {
          actions: ["ec2:Describe*"],
          resources: ["*"],
          conditions: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
        },
      ],
    },
    idle: {},
    shell: { managedPolicies: ["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"] },
  };
  return stackAccess(await declared(workloads, { "instance-profiles:permissionsBoundary": "limits" }));
}

const services = [
  "dynamodb",
  "ec2",
  "ecr",
  "kms",
  "logs",
  "s3",
  "secretsmanager",
  "sns",
  "sqs",
  "ssm",
  "sts",
  "xray",
];

/** A stack of so many workloads with twelve services and a resource of its own in each. */
export function largeAccess(count: number): StackAccess {
  const workloads = Array.from({ length: count }, (_, index) => {
    const name = `workload-${String(index + 1).padStart(3, "0")}`;
    return {
      name,
      roleName: `shop-prod-${name}`,
      managedPolicies: [],
      instances: [],
      rights: services.map((service, place) => ({
        effect: "Allow" as const,
        service,
        levels: [(["write", "read", "list"] as const)[(index + place) % 3] ?? "read"],
        actions: ["Describe", "Update", "Delete"].map((verb) => `${service}:${verb}Something`),
        resources: [`arn:aws:${service}:eu-central-1:000000000000:thing/${name}`],
        shownResources: [`${service} thing/${name}`],
      })),
    };
  });
  return { stack: "large", services, workloads };
}
