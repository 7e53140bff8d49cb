import assert from "node:assert/strict";
import { coversService, isOpenAction, isOpenResource } from "../../../policypack/support/openPatterns";

describe("isOpenAction", () => {
  for (const pattern of ["*", "*:*", "**", "?*", "*?", "***", "**:**", "?*:*", "*:?*", "??*:*", "*:", ":*"]) {
    it(`calls ${pattern} open`, () => {
      assert.equal(isOpenAction(pattern), true);
    });
  }
  for (const pattern of [
    "s3:*",
    "S3:*",
    "s*:*",
    "*:Get*",
    "*:*e*",
    "iam:PassRole",
    "???:???",
    "",
    "s3:${*}",
  ]) {
    it(`does not call ${JSON.stringify(pattern)} open`, () => {
      assert.equal(isOpenAction(pattern), false);
    });
  }
});

describe("coversService", () => {
  const cases: [pattern: string, service: string, covered: boolean][] = [
    ["s3:*", "s3", true],
    ["S3:*", "s3", true],
    ["s3:**", "s3", true],
    ["s3:?*", "s3", true],
    ["s*:*", "s3", true],
    ["s*", "s3", true],
    ["s?:*", "s3", true],
    ["*:*", "s3", true],
    ["s3:Get*", "s3", false],
    ["s3:*Object", "s3", false],
    ["s3-object-lambda:*", "s3", false],
    ["s3:*", "s3-object-lambda", false],
    ["s3", "s3", false],
    ["", "s3", false],
  ];
  for (const [pattern, service, covered] of cases) {
    it(`says that ${JSON.stringify(pattern)} ${covered ? "covers" : "does not cover"} ${service}`, () => {
      assert.equal(coversService(pattern, service), covered);
    });
  }
});

describe("isOpenResource", () => {
  const open = [
    "*",
    "**",
    "?*",
    "*:*",
    "*/*",
    "a*",
    "arn*",
    "arn:*",
    "ARN:*",
    "arn:aws:*",
    "arn:aws*",
    "arn:aws-cn:*",
    "arn:aws-us-gov:*",
    "arn:aws-iso-b:*:*:*:*",
    "arn:*:*",
    "arn:*:*:*:*:*",
    "arn:*:*:*:*:*:*",
    "arn:aws:*:*:*:*/*",
    "arn:aws:**:?*:*:*",
    "arn:aws:?*:*:*:*",
    "arn:aws:*:eu-west-1:*",
    "arn:aws:*:eu-west-1:*:*",
    "arn:aws:*:eu-*:111122223333:*",
    "arn:aws:*:*:111122223333:*",
    "arn:aws:*:*:${aws:PrincipalAccount}:*",
    "arn:???:*",
    "arn:aws:???:*:*:*",
  ];
  for (const pattern of open) {
    it(`calls ${pattern} open`, () => {
      assert.equal(isOpenResource(pattern), true);
    });
  }

  const closed = [
    "",
    "${*}",
    "arn:aws:${*}",
    "arn:aws:s3:::*",
    "arn:aws:s3:*",
    "arn:*:s3:::*",
    "arn:aws:s3:::bucket/*",
    "arn:aws:s3:::${aws:username}/*",
    "arn:aws:s*:::*",
    "arn:aws:ec2:*:*:*",
    "arn:aws:*:*:*:role/*",
    "arn:aws:*:*:*:prod-*",
    "*prod*",
    "arn:aws::::*",
    "arn",
    "s3:*",
  ];
  for (const pattern of closed) {
    it(`does not call ${JSON.stringify(pattern)} open`, () => {
      assert.equal(isOpenResource(pattern), false);
    });
  }

  it("stays fast on a pattern made of many stars", () => {
    const started = performance.now();
    assert.equal(isOpenResource("*z".repeat(3000)), false);
    assert.ok(performance.now() - started < 500);
  });
});
