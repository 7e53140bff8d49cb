import assert from "node:assert/strict";
import {
  areOpenResources,
  coverServices,
  coversService,
  isOpenAction,
  isOpenResource,
} from "../../../iam/patterns/openPatterns.ts";

describe("isOpenAction", () => {
  for (const pattern of [
    "*",
    "*:*",
    "**",
    "?*",
    "*?",
    "***",
    "**:**",
    "?*:*",
    "*:?*",
    "??*:*",
    "*:",
    ":*",
    " * ",
    "*:*:*",
  ]) {
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
    "???:*",
    "*:???",
    "*:*a*",
    "${*}",
    "*${*}",
    "?",
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
    ["s3:*:*", "s3", false],
    ["s3:*x*", "s3", false],
    ["*x*", "s3", false],
    [" s3:* ", "s3", true],
  ];
  for (const [pattern, service, covered] of cases) {
    it(`says that ${JSON.stringify(pattern)} ${covered ? "covers" : "does not cover"} ${service}`, () => {
      assert.equal(coversService(pattern, service), covered);
    });
  }
});

describe("coverServices", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  const cases: [name: string, patterns: string[], covered: boolean][] = [
    ["initials of services", letters.map((letter) => `${letter}*:*`), true],
    ["initials of actions", letters.map((letter) => `*:${letter}*`), true],
    [
      "initials of actions, per service",
      ["s3", "ec2"].flatMap((s) => letters.map((l) => `${s}:${l}*`)),
      true,
    ],
    ["initials of actions but one", letters.slice(1).map((letter) => `*:${letter}*`), false],
    ["every length of a service", ["??:*", "???:*"], true],
    ["the letters of one word", ["*:*z*", "*:*q*"], false],
    ["verbs", ["*:Get*", "*:List*", "*:Describe*"], false],
    ["one service of two", ["s3:*"], false],
    ["nothing", [], false],
  ];
  for (const [name, patterns, covered] of cases) {
    it(`says that ${name} ${covered ? "cover" : "do not cover"} two services`, () => {
      assert.equal(coverServices(patterns, ["s3", "ec2"]), covered);
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
    "arn:aws:*::*",
    "arn:aws:*:::*",
    "arn:aws:*::111122223333:*",
    "arn:aws-*:*",
    // IAM takes the parts that an ARN lacks for stars.
    "arn:aws",
    "arn:aws:*:eu-west-1",
    "arn:aws:*::111122223333",
    "arn:*s*",
    "*:aws:*",
    "*a*",
    " * ",
    "\tarn:aws:*\n",
    "arn:aws:*:*:*:${aws:PrincipalTag/team, '*'}",
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
    "arn:aws:s3",
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
    "*s3*",
    "*-*",
    "*1*",
    "*z*",
    "arn:aws:*:*:*:",
    "arn:aws:a*:*",
    "arn:aws:*:*:*:${aws:PrincipalTag/team, 'blue'}",
    "arn:aws:s3:::${aws:PrincipalTag/team, '*'}",
    "arn:aws:${aws:PrincipalTag/service}:*",
  ];
  for (const pattern of closed) {
    it(`does not call ${JSON.stringify(pattern)} open`, () => {
      assert.equal(isOpenResource(pattern), false);
    });
  }

  it("calls patterns open that share out the initials of services", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz".split("");
    assert.equal(areOpenResources(letters.map((letter) => `arn:aws:${letter}*`)), true);
    assert.equal(areOpenResources(letters.slice(1).map((letter) => `arn:aws:${letter}*`)), false);
    assert.equal(areOpenResources([]), false);
  });
});
