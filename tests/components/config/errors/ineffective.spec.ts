import assert from "node:assert/strict";
import { checkedStack, stackOf } from "../../stackFixture.ts";
import { testErrors } from "./errorCase.ts";

const objects = ["arn:aws:s3:::orders/*"];
const stating = (statement: object) => ({
  statements: [{ actions: ["s3:PutObject"], resources: objects, ...statement }],
});
const at = "workloads.orders.statements[0]";

describe("config errors of statements that can never take effect", () => {
  testErrors([
    {
      name: "actions on resources that they never match, each for itself",
      workload: stating({ actions: ["s3:GetObject", "s3:ListBucket", "ec2:DescribeInstances"] }),
      says: [
        `${at}.actions[1]: got "s3:ListBucket" on "arn:aws:s3:::orders/*", which it never matches, want a resource such as arn:aws:s3:<Region>:<Account>:accesspoint/<AccessPointName> or arn:aws:s3:::<BucketName>; did you mean "arn:aws:s3:::orders"?`,
        `${at}.actions[2]: got "ec2:DescribeInstances" on "arn:aws:s3:::orders/*", which it never matches, want the resource "*", the only one that ec2:DescribeInstances takes`,
      ],
    },
    {
      name: "keys that no request has, and what that comes to",
      workload: stating({
        effect: "Deny",
        conditions: {
          StringNotEquals: { "s3:x-amz-server-side-encyption": "AES256" },
          StringEquals: { "aws:SourceVpcId": "vpc-1" },
        },
      }),
      says: [
        `${at}.conditions.StringNotEquals["s3:x-amz-server-side-encyption"]: got "s3:x-amz-server-side-encyption" which "s3:PutObject" does not have, so the Deny is not limited by it, want a condition key of the request; did you mean "s3:x-amz-server-side-encryption"?`,
        `${at}.conditions.StringEquals["aws:SourceVpcId"]: got "aws:SourceVpcId" which "s3:PutObject" does not have, so the statement never applies, want a condition key of the request; did you mean "aws:SourceVpc"?`,
      ],
    },
    {
      name: "values that their operators cannot compare",
      workload: stating({
        conditions: {
          DateLessThan: { "aws:CurrentTime": "tomorrow" },
          IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "home"] },
          Bool: { "aws:SecureTransport": "yes" },
          NumericLessThan: { "s3:TlsVersion": "1_000" },
        },
      }),
      says: [
        `${at}.conditions.DateLessThan["aws:CurrentTime"]: got "tomorrow" for aws:CurrentTime, which DateLessThan cannot compare, want a date such as 2027-03-31T00:00:00Z, or seconds since 1970`,
        `${at}.conditions.IpAddress["aws:SourceIp"]: got "home" for aws:SourceIp, which IpAddress cannot compare, want an address or a range such as 203.0.113.0/24`,
        `${at}.conditions.Bool["aws:SecureTransport"]: got "yes" for aws:SecureTransport, which Bool cannot compare, want true or false`,
        `${at}.conditions.NumericLessThan["s3:TlsVersion"]: got "1_000" for s3:TlsVersion, which NumericLessThan cannot compare, want a number such as 3600`,
      ],
    },
    { name: "nothing of a statement that AWS applies", workload: stating({}), says: [] },
  ]);

  it("show nothing of a statement in a stack with secrets", async () => {
    const values = stackOf({ workload: stating({ actions: ["s3:ListBucket"] }) });
    const { errors } = await checkedStack({ values, secretKeys: ["instance-profiles:workloads"] });
    assert.deepEqual(errors, [`${at}.actions[0]: got a secret value, want what AWS can match`]);
  });
});
