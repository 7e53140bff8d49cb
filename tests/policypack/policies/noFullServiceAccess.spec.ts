import { noFullServiceAccess } from "../../../policypack/policies/noFullServiceAccess.ts";
import { allow, documentOf, itJudgesResources } from "../cases.ts";

const type = "aws:iam/policy:Policy";
const message = (statement: number, action: string): string =>
  `subject policy.Statement[${statement}]: got Allow "${action}"; want the actions that the workload needs; list them one by one, or by level as s3:Get*`;

describe("no-full-service-access", () => {
  itJudgesResources(noFullServiceAccess, [
    {
      name: "reports every action of a service, on whatever resource",
      type,
      props: {
        policy: documentOf(
          allow(["s3:*", "SQS:**", "dynamodb:?*"], "*"),
          allow("kms:*", "arn:aws:kms:eu-central-1:111122223333:key/orders"),
        ),
      },
      reports: [message(0, "s3:*"), message(0, "SQS:**"), message(0, "dynamodb:?*"), message(1, "kms:*")],
    },
    {
      name: "reports services by pattern",
      type,
      props: { policy: documentOf(allow("s3*:*", "*")) },
      reports: [message(0, "s3*:*")],
    },
    {
      name: "leaves every action of every service to other policies",
      type,
      props: { policy: documentOf(allow(["*", "*:*"], "arn:aws:s3:::b/*")) },
      reports: [],
    },
    {
      name: "passes actions by name and by level, and what is denied",
      type,
      props: {
        policy: documentOf(allow(["s3:GetObject", "ec2:Describe*", "sqs:*Message"], "*"), {
          Effect: "Deny",
          Action: "s3:*",
          Resource: "*",
        }),
      },
      reports: [],
    },
  ]);
});
