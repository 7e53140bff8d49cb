import { testErrors } from "./errorCase.ts";

const when = (conditions: object) => ({
  statements: [{ actions: ["s3:PutObject"], resources: ["arn:aws:s3:::orders/*"], conditions }],
});
const at = "workloads.orders.statements[0].conditions";
const number = "put it in quotes, or YAML makes a number of it, without zeros at its ends";
const flag = "put it in quotes, or YAML makes true or false of it";

// What Pulumi hands over for what is written without quotes.
describe("config errors of values that YAML takes for something else", () => {
  testErrors([
    {
      name: "account ids and versions that have become numbers",
      workload: when({ StringEquals: { "aws:PrincipalAccount": [12345678901, 2185785799, "111122223333"] } }),
      says: [
        `${at}.StringEquals["aws:PrincipalAccount"][0]: got 12345678901, want text; ${number}`,
        `${at}.StringEquals["aws:PrincipalAccount"][1]: got 2185785799, want text; ${number}`,
      ],
    },
    {
      name: "numbers and flags under other operators that compare text",
      workload: when({
        "ForAnyValue:StringLikeIfExists": { "aws:UserAgent": 1.1 },
        ArnLike: { "aws:SourceArn": true },
        IpAddress: { "aws:SourceIp": 10 },
      }),
      says: [
        `${at}["ForAnyValue:StringLikeIfExists"]["aws:UserAgent"]: got 1.1, want text; ${number}`,
        `${at}.ArnLike["aws:SourceArn"]: got true, want text; ${flag}`,
        `${at}.ArnLike["aws:SourceArn"]: got "true" for aws:SourceArn, which ArnLike cannot compare, want an ARN, which may hold the wildcards * and ?`,
        `${at}.IpAddress["aws:SourceIp"]: got 10, want text; ${number}`,
        `${at}.IpAddress["aws:SourceIp"]: got "10" for aws:SourceIp, which IpAddress cannot compare, want an address or a range such as 203.0.113.0/24`,
      ],
    },
    {
      name: "dates, wherever they stand",
      workload: {
        description: "2027-03-31 00:00:00 +0000 UTC",
        tags: { Until: "2027-03-31 10:00:00.5 +0200 CEST" },
      },
      values: { "instance-profiles:tags": { Since: "2026-11-28 00:00:00 +0000 UTC" } },
      says: [["workloads.orders.description"], ["workloads.orders.tags.Until"], ["tags.Since"]].map(
        ([path]) =>
          `${path ?? ""}: got a date without quotes, want it put in quotes: YAML takes it for a date and makes another text of it`,
      ),
    },
    ...["<nil>", ""].map((key) => ({
      name: `the operator Null as it is left: ${JSON.stringify(key)}`,
      workload: when({ [key]: { "aws:SourceVpc": true } }),
      says: [
        `${at}: got a key without quotes, want it put in quotes, as "Null": YAML takes Null, null and ~ for nothing`,
      ],
    })),
    {
      name: "nothing of numbers and flags that IAM compares as such",
      workload: when({
        Bool: { "aws:SecureTransport": true },
        Null: { "aws:SourceVpc": [false] },
        NumericLessThan: { "s3:TlsVersion": 1.2 },
        DateLessThan: { "aws:CurrentTime": 1806451200 },
      }),
      says: [],
    },
    {
      name: "a tag, a bucket and a policy that have become numbers",
      workload: {
        tags: { CostCenter: 1.1 },
        access: [{ s3: { bucket: 20270331, level: "read" } }],
        managedPolicies: [12345678901],
      },
      says: [
        `workloads.orders.tags.CostCenter: got 1.1, want text; ${number}`,
        `workloads.orders.access[0].s3.bucket: got 20270331, want a bucket name or an ARN like arn:aws:s3:::orders; ${number}`,
        `workloads.orders.managedPolicies[0]: got 12345678901, want an AWS-managed policy name, account:<name> or an ARN like arn:aws:iam::aws:policy/ReadOnlyAccess; ${number}`,
      ],
    },
  ]);
});
