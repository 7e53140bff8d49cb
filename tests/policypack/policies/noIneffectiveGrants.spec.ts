import { noIneffectiveGrants } from "../../../policypack/policies/noIneffectiveGrants.ts";
import { allow, documentOf, itJudgesResources } from "../cases.ts";
import { unknownText } from "../violations.ts";

const type = "aws:iam/policy:Policy";
const objects = "arn:aws:s3:::orders/*";

describe("no-ineffective-grants", () => {
  itJudgesResources(noIneffectiveGrants, [
    {
      name: "reports an action on a resource that it does not take",
      type,
      props: { policy: documentOf(allow(["sqs:SendMessage", "s3:GetObject"], objects)) },
      reports: [
        `subject policy.Statement[0]: got Allow "sqs:SendMessage" on "${objects}", which it never matches; want a resource such as arn:aws:sqs:<Region>:<Account>:<QueueName>; correct it or remove it`,
      ],
    },
    {
      name: "reports a key that the action does not have, and a value that nothing can be compared with",
      type: "aws:iam/role:Role",
      props: {
        inlinePolicies: [
          {
            policy: documentOf({
              ...allow("s3:GetObject", objects),
              Effect: "Deny",
              Condition: {
                StringNotEquals: { "aws:RequestRegion": "a" },
                Bool: { "aws:SecureTransport": "no" },
              },
            }),
          },
        ],
      },
      reports: [
        'subject inlinePolicies[0].policy.Statement[0]: got StringNotEquals "aws:RequestRegion" which "s3:GetObject" does not have, so the Deny is not limited by it; want a condition key of the request; did you mean "aws:RequestedRegion"?; correct it or remove it',
        'subject inlinePolicies[0].policy.Statement[0]: got Bool "no" for aws:SecureTransport, which Bool cannot compare; want true or false; correct it or remove it',
      ],
    },
    {
      name: "passes statements that AWS applies, and what is unknown yet",
      type,
      props: {
        policy: {
          Statement: [allow("s3:GetObject", objects), allow("s3:GetObject", ["arn:aws:s3:::a", unknownText])],
        },
      },
      reports: [],
    },
    {
      name: "passes a resource policy, which is none of an identity",
      type: "aws:s3/bucketPolicy:BucketPolicy",
      props: { policy: documentOf(allow("sqs:SendMessage", objects)) },
      reports: [],
    },
  ]);
});
