import assert from "node:assert/strict";
import { widens } from "../../../iam/diff/index.ts";
import { allow, bucket, deny, queue } from "./allow.ts";

const like = (...values: string[]) => ({ StringLike: { "s3:prefix": values } });
const notEquals = (...values: string[]) => ({ StringNotEquals: { "aws:RequestedRegion": values } });
const secure = (...values: string[]) => ({ Bool: { "aws:SecureTransport": values } });
const recent = (...values: string[]) => ({ NumericLessThan: { "aws:MultiFactorAuthAge": values } });
const named = (...values: string[]) => ({ StringEquals: { "aws:PrincipalTag/name": values } });
const from = (...values: string[]) => ({ ArnLike: { "aws:SourceArn": values } });
const ifExists = (...values: string[]) => ({ StringEqualsIfExists: { "aws:PrincipalTag/name": values } });
const tagLike = (...values: string[]) => ({ StringLike: { "aws:PrincipalTag/name": values } });
const anyCase = (value: string) => ({ StringEqualsIgnoreCase: { "aws:PrincipalTag/name": value } });
const until = (value: string) => ({ DateLessThan: { "aws:CurrentTime": value } });
const inRange = (value: string) => ({ IpAddress: { "aws:SourceIp": value } });
const unheard = (...values: string[]) => ({ NoSuchOperator: { "aws:SourceArn": values } });
const sent = (condition: object) => allow("sqs:SendMessage", queue, condition as never);
const notSent = (condition: object) => [
  allow("sqs:SendMessage", queue),
  deny("sqs:SendMessage", queue, condition as never),
];
const objects = (path: string) => allow("s3:GetObject", `${bucket}/${path}`);
const allBut = (NotAction: string | readonly string[], Resource = "*") => ({
  Effect: "Allow",
  NotAction,
  Resource,
});
const everywhereBut = (NotResource: string) => ({ Effect: "Allow", Action: "s3:GetObject", NotResource });

/** What was allowed, what is, and whether the second is taken for more. */
const cases: readonly (readonly [string, unknown, unknown, boolean])[] = [
  [
    "both values of a flag where one was repeated",
    sent(secure("true", "true")),
    sent(secure("true", "false")),
    true,
  ],
  ["one flag, repeated, where both were", sent(secure("true", "false")), sent(secure("true", "true")), true],
  ["a repeated value where it stood once", sent(secure("true")), sent(secure("true", "true")), false],
  ["a higher limit where one was repeated", sent(recent("10", "10")), sent(recent("10", "100000")), true],
  [
    "a Deny of one flag where it was of both",
    notSent(secure("false", "true")),
    notSent(secure("false", "false")),
    true,
  ],
  ["one action of a pattern", allow("s3:Get*", bucket), allow("s3:GetObject", bucket), false],
  ["a pattern instead of one action", allow("s3:GetObject", bucket), allow("s3:Get*", bucket), true],
  ["an action in other letters", allow("s3:GetObject", bucket), allow("S3:getobject", bucket), false],
  ["a resource in other letters", objects("a"), objects("A"), true],
  ["everything", allow("s3:*", bucket), allow("*", bucket), true],
  ["one resource of everything", allow("s3:GetObject", "*"), objects("a"), false],
  ["any text where one character was", objects("a?"), objects("a*"), true],
  ["one character where any text was", objects("a*"), objects("a?"), false],
  ["any text where any text of one character or more was", objects("?*"), objects("*"), true],
  ["the same prefix and a longer one", objects("a/*"), objects("a/*/b*"), false],
  ["the variable itself", objects("${aws:username}/*"), objects("${aws:username}/a"), false],
  ["a variable where a star was", objects("*"), objects("${aws:username}"), false],
  [
    "a variable where as many single characters were",
    objects("?".repeat(15)),
    objects("${aws:username}"),
    true,
  ],
  ["anything where the character * was", objects("${*}"), objects("*"), true],
  ["a variable where the character * was", objects("${*}"), objects("${aws:username}"), true],
  ["the character * where anything was", objects("*"), objects("${*}"), false],
  ["a queue of any region", allow("sqs:*", queue), allow("sqs:*", queue.replace("eu-central-1", "*")), true],
  [
    "an ARN with more parts than the star is for",
    allow("sqs:*", "arn:aws:sqs:*:*:a"),
    allow("sqs:*", "arn:aws:sqs:x:y:z:a"),
    true,
  ],
  [
    "a queue where all that an ARN lacks was left open",
    allow("sqs:*", "arn:aws:sqs"),
    allow("sqs:*", queue),
    false,
  ],
  ["an ARN that lacks parts", allow("sqs:*", queue), allow("sqs:*", "arn:aws:sqs"), true],
  [
    "an ARN that lacks parts where stars stood for them",
    allow("sqs:*", "arn:aws:sqs:*:*:*"),
    allow("sqs:*", "arn:aws:sqs"),
    false,
  ],
  ["rights that only several statements gave", [objects("a*"), objects("b*")], objects("[ab]*"), true],
  [
    "fewer values of a condition",
    allow("s3:*", bucket, like("a/*", "b/*")),
    allow("s3:*", bucket, like("a/x")),
    false,
  ],
  [
    "more values of a condition",
    allow("s3:*", bucket, like("a/*")),
    allow("s3:*", bucket, like("a/*", "b")),
    true,
  ],
  [
    "fewer exclusions",
    allow("s3:*", bucket, notEquals("a", "b")),
    allow("s3:*", bucket, notEquals("a")),
    true,
  ],
  [
    "more exclusions",
    allow("s3:*", bucket, notEquals("a")),
    allow("s3:*", bucket, notEquals("a", "b")),
    false,
  ],
  ["a condition that went", allow("s3:*", bucket, like("a")), allow("s3:*", bucket), true],
  ["a condition that came", allow("s3:*", bucket), allow("s3:*", bucket, like("a")), false],
  [
    "the same value of another key",
    allow("s3:*", bucket, like("a")),
    allow("s3:*", bucket, { StringLike: { "s3:delimiter": "a" } }),
    true,
  ],
  [
    "a condition in other letters",
    allow("s3:*", bucket, like("a")),
    allow("s3:*", bucket, { stringlike: { "S3:Prefix": "a" } }),
    false,
  ],
  ["a value that a star would stand for, were it one", sent(named("a*")), sent(named("ab")), true],
  ["the same value that looks like a pattern", sent(named("a*")), sent(named("a*")), false],
  ["one ARN of a pattern", sent(from("arn:aws:sns:*:*:a*")), sent(from("arn:aws:sns:eu:1:ab")), false],
  [
    "an ARN that has another part where the star is",
    sent(from("arn:aws:sns:*:*:a")),
    sent(from("arn:aws:sns:eu:1:b:a")),
    true,
  ],
  ["the same under an operator that nobody knows", sent(unheard("a")), sent(unheard("a")), false],
  ["another value under an operator that nobody knows", sent(unheard("a", "b")), sent(unheard("a")), true],
  ["a Deny that went", [objects("*"), deny("s3:*", bucket)], objects("*"), true],
  [
    "a Deny that became wider",
    [objects("*"), deny("s3:Get*", "*")],
    [objects("*"), deny("s3:*", "*")],
    false,
  ],
  [
    "a Deny that became narrower",
    [objects("*"), deny("s3:*", "*")],
    [objects("*"), deny("s3:Get*", "*")],
    true,
  ],
  ["an action that NotAction left", allBut("iam:*"), allow("s3:GetObject", "*"), false],
  ["an action that NotAction left out", allBut("iam:*"), allow("iam:PassRole", "*"), true],
  ["a pattern beside NotAction", allBut("iam:PassRole"), allow("iam:P*", "*"), true],
  ["a NotAction that leaves out more", allBut("iam:*"), allBut(["iam:*", "sts:*"]), false],
  ["a NotAction that leaves out less", allBut(["iam:*", "sts:*"]), allBut("iam:*"), true],
  ["a NotAction where everything was allowed", allow("*", "*"), allBut("iam:*"), false],
  ["a NotResource that leaves out less", everywhereBut(`${bucket}/*`), everywhereBut(`${bucket}/a`), true],
  ["a NotResource of a variable", everywhereBut(`${bucket}/\${aws:username}`), objects("a"), true],
  [
    "a NotResource of a pattern where a variable was left out, which may have no value",
    everywhereBut(`${bucket}/\${aws:username}`),
    everywhereBut(`${bucket}/*`),
    true,
  ],
  [
    "a NotResource that leaves out the same variable and more",
    everywhereBut(`${bucket}/\${aws:username}`),
    everywhereBut(`${bucket}/\${aws:username}*`),
    false,
  ],
  [
    "a NotResource of a pattern where a variable with a default was left out",
    everywhereBut(`${bucket}/\${aws:username, 'a'}`),
    everywhereBut(`${bucket}/*`),
    false,
  ],
  ["a plain operator where IfExists was", sent(ifExists("a")), sent(named("a")), false],
  ["IfExists where a plain operator was", sent(named("a")), sent(ifExists("a")), true],
  ["a lower limit", sent(recent("1000")), sent(recent("10")), false],
  ["a higher limit", sent(recent("10")), sent(recent("1000")), true],
  ["a limit that is written in other words", sent(recent("10")), sent(recent("10.0")), false],
  [
    "the limit itself",
    sent(recent("10")),
    sent({ NumericLessThanEquals: { "aws:MultiFactorAuthAge": "10" } }),
    true,
  ],
  ["a value that is compared as a pattern without wildcards", sent(named("a")), sent(tagLike("a")), false],
  ["a pattern where the character * was", sent(named("a*")), sent(tagLike("a*")), true],
  ["a value of a pattern", sent(tagLike("a*")), sent(named("ab")), false],
  ["one character of a pattern", sent(tagLike("a?")), sent(tagLike("ab")), false],
  ["any character where one was", sent(tagLike("ab")), sent(tagLike("a?")), true],
  [
    "the values of a condition in statements of their own",
    [sent(named("a", "b"))],
    [sent(named("a")), sent(named("b"))],
    false,
  ],
  [
    "the values of two statements in one",
    [sent(named("a")), sent(named("b"))],
    [sent(named("b", "a"))],
    false,
  ],
  [
    "a value that none of two statements had",
    [sent(named("a")), sent(named("b"))],
    [sent(named("a", "c"))],
    true,
  ],
  ["an earlier end", sent(until("2028-01-01T00:00:00Z")), sent(until("2027-01-01")), false],
  ["a later end", sent(until("2027-01-01")), sent(until("2028-01-01T00:00:00Z")), true],
  ["the same end in seconds", sent(until("2027-01-01T00:00:00Z")), sent(until("1798761600")), false],
  [
    "an end in a zone that nobody knows",
    sent(until("2027-01-01T00:00:00Z")),
    sent(until("2026-01-01T00:00:00")),
    true,
  ],
  ["a part of a range", sent(inRange("203.0.113.0/24")), sent(inRange("203.0.113.128/25")), false],
  ["a larger range", sent(inRange("203.0.113.128/25")), sent(inRange("203.0.113.0/24")), true],
  [
    "the same range by another of its addresses",
    sent(inRange("203.0.113.0/24")),
    sent(inRange("203.0.113.9/24")),
    false,
  ],
  ["a part of a range of IPv6", sent(inRange("2001:db8::/32")), sent(inRange("2001:DB8:0:1::/64")), false],
  ["a range of IPv6 where one of IPv4 was", sent(inRange("0.0.0.0/0")), sent(inRange("::/0")), true],
  ["a flag in other letters", sent(secure("True")), sent(secure("true")), false],
  ["another flag", sent(secure("true")), sent(secure("false")), true],
  [
    "a value where presence was asked for",
    sent({ Null: { "aws:PrincipalTag/name": "false" } }),
    sent(named("a")),
    false,
  ],
  [
    "presence where a value was asked for",
    sent(named("a")),
    sent({ Null: { "aws:PrincipalTag/name": "false" } }),
    true,
  ],
  ["a value in one spelling where every one was", sent(anyCase("ab")), sent(named("Ab")), false],
  ["a value in every spelling where one was", sent(named("ab")), sent(anyCase("ab")), true],
  ["nothing at all", objects("*"), [], false],
  ["what cannot be read", objects("*"), [{ Effect: "Allow", Action: "s3:GetObject" }], true],
  [
    "variables in a version that knows them",
    { Version: "2008-10-17", Statement: objects("${aws:username}") },
    { Version: "2012-10-17", Statement: objects("${aws:username}") },
    true,
  ],
];

const asList = (given: unknown): unknown =>
  Array.isArray(given) || (given as { Statement?: unknown }).Statement !== undefined ? given : [given];

describe("widening", () => {
  for (const [name, before, after, expected] of cases) {
    it(`${expected ? "is" : "is not"} ${name}`, () => {
      assert.equal(widens(asList(before), asList(after)), expected);
    });
  }
});
