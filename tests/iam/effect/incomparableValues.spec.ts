import assert from "node:assert/strict";
import { effectsOf } from "./effects.ts";

/** For each operator values that it compares, and values that it cannot. */
const table: readonly { key: string; operator: string; want: string; right: string[]; wrong: string[] }[] = [
  {
    operator: "DateLessThan",
    key: "aws:CurrentTime",
    want: "a date such as 2027-03-31T00:00:00Z, or seconds since 1970",
    right: [
      ..."2027 2027-03 2027-03-31 2027-03-31T00:00Z 2027-03-31T00:00:00Z 1806451200 2028-02-29".split(" "),
      ..."2027-03-31T12:30:00.5+02:00 2027-03-31T12:30:00 ${aws:CurrentTime}".split(" "),
    ],
    wrong: [
      ..."tomorrow 31.03.2027 2027-02-29 2027-13-01 2027-03-31T25:00:00Z 2027/03/31".split(" "),
      "2027-03-31 00:00:00 +0000 UTC",
      "",
    ],
  },
  {
    operator: "NotIpAddress",
    key: "aws:SourceIp",
    want: "an address or a range such as 203.0.113.0/24",
    right:
      "203.0.113.0/24 203.0.113.7 0.0.0.0/0 2001:db8::/32 ::1 ::/0 2001:db8:0:0:0:0:0:1 ::ffff:203.0.113.7".split(
        " ",
      ),
    wrong:
      "203.0.113 203.0.113.0/33 203.0.113.256 203.0.113.* vpc-1 2001:db8::/129 2001::db8::1 1:2:3 203.0.113.0-9 *".split(
        " ",
      ),
  },
  {
    operator: "Bool",
    key: "aws:SecureTransport",
    want: "true or false",
    right: ["true", "false", "True", "FALSE"],
    wrong: ["yes", "no", "1", "on", "", "*"],
  },
  {
    operator: "Null",
    key: "aws:SourceVpc",
    want: "true or false",
    right: ["true", "false"],
    wrong: ["null", "yes", "*"],
  },
  {
    operator: "NumericLessThan",
    key: "aws:MultiFactorAuthAge",
    want: "a number such as 3600",
    right: ["3600", "-1", "0.5", "1e3", "+7"],
    wrong: ["1_000", "1,000", "1h", "", "*", "0x10"],
  },
  {
    operator: "ArnLike",
    key: "aws:SourceArn",
    want: "an ARN, which may hold the wildcards * and ?",
    right: ["arn:aws:s3:::orders", "arn:aws:iam::*:role/*", "arn:aws:s3:*", "*", "a*", "${aws:PrincipalArn}"],
    wrong: ["orders", "s3:*", "111122223333", "arn:aws:s3", "role/*"],
  },
  {
    operator: "ForAnyValue:StringLikeIfExists",
    key: "aws:UserAgent",
    want: "",
    right: ["", "*", "no number"],
    wrong: [],
  },
];

const withValues = (operator: string, key: string, values: unknown) =>
  effectsOf({ Action: "s3:GetObject", Resource: "*", Condition: { [operator]: { [key]: values } } });

describe("a value of a Condition", () => {
  for (const { operator, key, want, right, wrong } of table) {
    it(`is one that ${operator} compares: ${right.join(", ")}`, async () => {
      assert.deepStrictEqual(await withValues(operator, key, right), []);
    });

    it(`is none that ${operator} can compare: ${wrong.join(", ")}`, async () => {
      assert.deepStrictEqual(
        await withValues(operator, key, wrong),
        wrong.map(
          (value) =>
            `Condition ${operator} ${key}: got ${JSON.stringify(value)} for ${key}, which ${operator} cannot compare; want ${want}`,
        ),
      );
    });
  }

  it("may be a number or a flag in JSON", async () => {
    assert.deepStrictEqual(await withValues("Bool", "aws:SecureTransport", true), []);
    assert.deepStrictEqual(await withValues("NumericLessThan", "aws:MultiFactorAuthAge", 3600), []);
  });

  it("is not looked at below an operator that IAM does not know", async () => {
    assert.deepStrictEqual(await withValues("StringEqual", "aws:SourceVpc", "vpc-1"), [
      'Condition StringEqual: got "StringEqual" as a condition operator; want an operator that IAM knows; did you mean "StringEquals"?',
    ]);
  });
});
