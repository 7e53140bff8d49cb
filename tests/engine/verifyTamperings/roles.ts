import {
  AttachRolePolicyCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { ec2TrustPolicy } from "../../../components/permissions/trustPolicy.ts";
import {
  account,
  arn,
  harmless,
  policyArn,
  roleArn,
  roleName,
  type Tampered,
  type Tampering,
} from "./tampering.ts";

const RoleName = roleName("api");
const boundary = arn("policy", "/instance-profiles-bootstrap/instance-profiles-boundary");

type TrustStatement = Readonly<Record<string, unknown>>;
const ec2 = { Service: "ec2.amazonaws.com" };
const trust = (...statements: readonly TrustStatement[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
  });

function trusting(
  name: string,
  PolicyDocument: string,
  got: string,
  more: (stack: Tampered) => readonly string[] = () => [],
): Tampering {
  return {
    name,
    tamper: async ({ aws: { iam } }) => {
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
      const declared = ec2TrustPolicy("aws");
      return () => iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: declared }));
    },
    finds: (stack) => [`api | trust policy | ${got} | EC2 alone`, ...more(stack)],
  };
}

function tagging(name: string, Tags: Readonly<Record<string, string>>, finds: readonly string[]): Tampering {
  return {
    name,
    tamper: async ({ aws: { iam } }) => {
      const tags = Object.entries(Tags).map(([Key, Value]) => ({ Key, Value }));
      await iam.send(new TagRoleCommand({ RoleName, Tags: tags }));
      return async () => {
        await iam.send(new UntagRoleCommand({ RoleName, TagKeys: Object.keys(Tags) }));
        if ("Stack" in Tags)
          await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: "Stack", Value: "tampered" }] }));
      };
    },
    finds: () => finds,
  };
}

function attaching(name: string, PolicyArn: string): Tampering {
  return {
    name,
    tamper: async ({ aws: { iam } }) => {
      await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
      return () => iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
    },
    finds: () => [`api | policy ${PolicyArn} | attached | only declared policies`],
  };
}

function bounding(
  workload: string,
  name: string,
  change: string | undefined,
  declared: string | undefined,
): Tampering {
  const own = roleName(workload);
  const set =
    (limit: string | undefined) =>
    ({ aws: { iam } }: Tampered) =>
      limit === undefined
        ? iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: own }))
        : iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: own, PermissionsBoundary: limit }));
  return {
    name,
    tamper: async (stack) => {
      await set(change)(stack);
      return () => set(declared)(stack);
    },
    finds: () => [`${workload} | permissions boundary | ${change ?? "none"} | ${declared ?? "none"}`],
  };
}

/** What somebody does to a role. */
export const roleTamperings: readonly Tampering[] = [
  trusting(
    "another account in a trust policy",
    trust({ Principal: { ...ec2, AWS: "arn:aws:iam::666666666666:root" } }),
    "lets in AWS arn:aws:iam::666666666666:root",
  ),
  trusting(
    "another service in a trust policy",
    trust({ Principal: { Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"] } }),
    "lets in Service lambda.amazonaws.com",
  ),
  trusting(
    "an identity provider in a trust policy, in place of EC2",
    trust({
      Principal: { Federated: arn("oidc-provider", "/token.example.com") },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { "token.example.com:aud": "sts.amazonaws.com" } },
    }),
    `lets in Federated ${arn("oidc-provider", "/token.example.com")} under a condition, no longer lets in EC2`,
    // What the embedded AWS answers in place of an instance that has no credentials any more.
    ({ instance }) => [
      `api | instance ${instance} identity | its role cannot be assumed: User: arn:aws:iam::${account}:root is not authorized to perform: sts:AssumeRole on resource: ${roleArn("api")} | arn:aws:sts::${account}:assumed-role/${RoleName}/${instance}`,
    ],
  ),
  trusting("everyone in a trust policy", trust({ Principal: ec2 }, { Principal: "*" }), "lets in everyone"),
  trusting(
    "another action in a trust policy",
    trust({ Principal: ec2, Action: ["sts:AssumeRole", "sts:SetSourceIdentity"] }),
    "lets in the same, by another document",
  ),
  tagging("a tag of a role that was changed", { Stack: "prod" }, [
    'api | role tag Stack | "prod" | "tampered"',
  ]),
  tagging("a tag of a role that was added", { team: "eve" }, ['api | role tag team | "eve" | none']),
  {
    name: "a tag of a role that was removed",
    tamper: async ({ aws: { iam } }) => {
      await iam.send(new UntagRoleCommand({ RoleName, TagKeys: ["Workload"] }));
      return () => iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: "Workload", Value: "api" }] }));
    },
    finds: () => ['api | role tag Workload | none | "api"'],
  },
  {
    name: "a longer session",
    tamper: async ({ aws: { iam } }) => {
      await iam.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 43_200 }));
      return () => iam.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 3600 }));
    },
    finds: () => ["api | maximum session duration | 43200 s | 3600 s"],
  },
  bounding("api", "a permissions boundary that was taken off", undefined, boundary),
  bounding("api", "another permissions boundary", arn("policy", "/tamper-wide"), boundary),
  bounding("plain", "a permissions boundary that nobody declared", arn("policy", "/tamper-wide"), undefined),
  {
    name: "an inline policy",
    tamper: async ({ aws: { iam } }) => {
      const policy = { RoleName, PolicyName: "more" };
      await iam.send(new PutRolePolicyCommand({ ...policy, PolicyDocument: harmless }));
      return () => iam.send(new DeleteRolePolicyCommand(policy));
    },
    finds: () => ["api | inline policy more | attached | no inline policy"],
  },
  attaching("a policy of AWS", "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"),
  attaching("a policy of the account", arn("policy", "/tamper-other")),
  {
    name: "a declared policy of the account that was detached",
    tamper: async ({ aws: { iam } }) => {
      const attachment = { RoleName, PolicyArn: arn("policy", "/tamper-shared") };
      await iam.send(new DetachRolePolicyCommand(attachment));
      return () => iam.send(new AttachRolePolicyCommand(attachment));
    },
    finds: () => [
      `api | policy ${arn("policy", "/tamper-shared")} | not attached | attached`,
      // Allowed by that policy alone.
      "api | s3:ListAllMyBuckets on * | denied | allowed (tamper-shared)",
    ],
  },
  {
    name: "a policy of its own that was detached",
    tamper: async ({ aws: { iam } }) => {
      const attachment = { RoleName: roleName("worker"), PolicyArn: policyArn("worker") };
      await iam.send(new DetachRolePolicyCommand(attachment));
      return () => iam.send(new AttachRolePolicyCommand(attachment));
    },
    finds: () => [
      `worker | policy ${policyArn("worker")} | not attached | attached`,
      ...["GetQueueAttributes", "GetQueueUrl", "SendMessage"].map(
        (action) =>
          `worker | sqs:${action} on arn:aws:sqs:eu-central-1:${account}:work | denied | allowed (sqs send work)`,
      ),
    ],
  },
];
