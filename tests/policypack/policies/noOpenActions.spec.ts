import { noOpenActions } from "../../../policypack/policies/noOpenActions.ts";
import { allow, documentOf, itJudgesResources } from "../cases.ts";

const type = "aws:iam/policy:Policy";
const message = (got: string): string =>
  `subject policy.Statement[0]: got Allow ${got}; want the actions that the workload needs there; list them one by one`;

describe("no-open-actions", () => {
  itJudgesResources(noOpenActions, [
    {
      name: "reports every action on the resources of one service",
      type,
      props: { policy: documentOf(allow("*", ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"])) },
      reports: [message('"*" on "arn:aws:s3:::orders", "arn:aws:s3:::orders/*"')],
    },
    {
      name: "reports all actions but some on limited resources",
      type,
      props: {
        policy: documentOf({
          Effect: "Allow",
          NotAction: ["s3:DeleteObject", "s3:PutObject"],
          Resource: "arn:aws:s3:::orders/*",
        }),
      },
      reports: [message('NotAction "s3:DeleteObject", "s3:PutObject" on "arn:aws:s3:::orders/*"')],
    },
    {
      name: "leaves every action on everything to no-star-star-grants",
      type,
      props: { policy: documentOf(allow("*", "*")) },
      reports: [],
    },
    {
      name: "passes named actions, also every one of a service",
      type,
      props: { policy: documentOf(allow(["s3:*", "s3:GetObject"], "arn:aws:s3:::orders/*")) },
      reports: [],
    },
  ]);
});
