/** What the workload of the stack with secrets has in plain text. */
export const plainConfig = {
  "aws:region": "eu-central-1",
  "instance-profiles:environment": "test",
  "instance-profiles:workloads": {
    orders: {
      access: [{ ssm: { parameter: "plain", level: "read" } }],
      statements: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::orders/*"] }],
      launch: { image: "al2023", instanceType: "t3.micro" },
    },
  },
};

const workload = "instance-profiles:workloads.orders";

/**
 * Each place where a secret stays one, as `pulumi config set --secret --path` names it. Those of even index take only the
 * letters and digits that a name has.
 */
export const secretPlaces = [
  `${workload}.access[0].ssm.parameter`,
  `${workload}.tags.Owner`,
  "instance-profiles:permissionsBoundary",
  `${workload}.description`,
  "instance-profiles:tags.Cost",
  `${workload}.launch.userData`,
  "other:note",
  `${workload}.statements[0].conditions.StringEquals.aws:PrincipalTag/Owner`,
] as const;

/** Where in {@link secretPlaces} the boundary is, which has to exist before it can be attached. */
export const boundaryIndex = 2;

/** Where the secret is that no resource is made of. */
export const unusedIndex = 6;
