import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { findAccessKeys, withoutAccessKeys } from "../../secrets/accessKeys.ts";
import { sampleId, sampleSecret } from "../../testing/sampleKeys.ts";

const bytes = (length: number, seed: string): Buffer =>
  createHash("shake256", { outputLength: length }).update(seed).digest();
const base64 = (data: string | Buffer): string => Buffer.from(data).toString("base64");

/** Put together at run time, so that this repository holds nothing like a key. */
const bedrock = ["AB", "SK"].join("");
const longTerm = `${bedrock}${base64(`BedrockAPIKey-ab12-at-111122223333:${base64(bytes(32, "long"))}`)}`;
const unknownForm = `${bedrock}${base64(bytes(96, "form"))}`;
const signed = `bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Date=20270101T000000Z&Version=1`;
const shortTerm = `${["bedrock", "api", "key"].join("-")}-${base64(signed)}`;
const token = base64(bytes(300, "token"));
const realToken = `${["IQoJb3", "JpZ2lu"].join("")}${base64(bytes(300, "real"))}`;
const password = base64(bytes(32, "password"));

const found = (value: unknown): string[] =>
  Array.from(
    findAccessKeys(value),
    (finding) =>
      `${finding.kind}${"hint" in finding && finding.hint ? ` ${finding.hint}` : ""}${"isUnsure" in finding ? " unsure" : ""}`,
  );

describe("other kinds of credentials", () => {
  const cases: [name: string, value: unknown, finds: string[]][] = [
    ["a long-term key of Bedrock", `AWS_BEARER_TOKEN_BEDROCK=${longTerm}`, ["Bedrock API key ABSK"]],
    ["a long-term key alone", { apiKey: longTerm }, ["Bedrock API key ABSK"]],
    ["a long-term key in base64", base64(`export KEY="${longTerm}"\n`), ["Bedrock API key ABSK"]],
    ["a long-term key of another form", `x: ${unknownForm}`, ["Bedrock API key ABSK"]],
    ["a short-term key of Bedrock", `AWS_BEARER_TOKEN_BEDROCK=${shortTerm}`, ["Bedrock API key bedr"]],
    ["the prefix of a long-term key", "keys begin with ABSK and more", []],
    ["a word with that prefix", `ABSK${"a1B2".repeat(5)}`, []],
    ["the name of a function", "bedrock-api-key-rotation-function-of-the-orders-service-in-production", []],
    ["a session token in sh", `export AWS_SESSION_TOKEN=${token}`, ["session token"]],
    ["a session token in ini", `aws_session_token = ${token}`, ["session token"]],
    ["a session token in json", `{"AWS_SESSION_TOKEN": "${token}"}`, ["session token"]],
    ["a session token as a property", { variables: { AWS_SESSION_TOKEN: token } }, ["session token"]],
    ["a session token as a pair", { env: [{ name: "AWS_SESSION_TOKEN", value: token }] }, ["session token"]],
    ["a session token beside an access key", `accessKeyId: x\nsessionToken: ${token}`, ["session token"]],
    ["a session token by its beginning", `token ${realToken}`, ["session token"]],
    ["another session token", `session_token: ${token}`, []],
    ["another session token as a property", { sessionToken: token }, []],
    [
      "a session token as a property beside a key",
      { accessKey: "x", sessionToken: token },
      ["session token"],
    ],
    ["a token under no name", `token=${token}`, []],
    ["a placeholder of a session token", "AWS_SESSION_TOKEN=$(cat /run/token)", []],
    [
      "a password in an address of CodeCommit",
      `https://deployer-at-111122223333:${encodeURIComponent(password)}@git-codecommit.eu-west-1.amazonaws.com/v1`,
      ["service-specific password"],
    ],
    [
      "a password beside its user name",
      `username: deployer-at-111122223333\npassword: ${password}`,
      ["service-specific password"],
    ],
    ["a password by its name", `{"ServicePassword":"${password}"}`, ["service-specific password"]],
    ["another password of that form", `password: ${password}`, []],
  ];
  for (const [name, value, finds] of cases) {
    it(`${finds.length > 0 ? "finds" : "passes"} ${name}`, () => {
      assert.deepStrictEqual([...new Set(found(value))], finds);
    });
  }

  it("are cut out of what is shown", () => {
    assert.equal(withoutAccessKeys(`a ${longTerm} b`), "a ABSK… b");
  });
});

describe("a secret key of forty characters", () => {
  const certain = ["secret access key"];
  const unsure = ["secret access key unsure"];
  const cases: [name: string, value: unknown, finds: string[]][] = [
    ["under AWS's own name", { secretAccessKey: sampleSecret }, certain],
    ["beside an access key", { accessKey: "x", secretKey: sampleSecret }, certain],
    ["beside an access key in ini", `access_key = x\nsecret_key = ${sampleSecret}`, certain],
    [
      "near an access key id",
      `${sampleId("AKIA")} secret_key = ${sampleSecret}`,
      ["access key id AKIA", ...certain],
    ],
    ["in the settings of S3", `[s3]\nsecret_key = ${sampleSecret}`, certain],
    ["of nobody in particular", `secret_key = ${sampleSecret}`, unsure],
    ["as a property of nobody in particular", { secretKey: sampleSecret }, unsure],
    ["of an unknown product", `ACME_SECRET_KEY=${sampleSecret}`, unsure],
    ["in a section of Airflow", `[webserver]\nsecret_key = ${sampleSecret}`, unsure],
    ["near both", `aws s3 cp x y\n# gitea\nSECRET_KEY = ${sampleSecret}`, unsure],
    ["of Turnstile", `TURNSTILE_SECRET_KEY=${sampleSecret}`, []],
    ["of Airflow", `AIRFLOW__WEBSERVER__SECRET_KEY=${sampleSecret}`, []],
    ["of Gitea", `GITEA__security__SECRET_KEY=${sampleSecret}`, []],
    ["of Gitea in its file", `APP_NAME = Gitea\n[security]\nSECRET_KEY = ${sampleSecret}`, []],
    ["of Duo", `[duo]\nintegration_key = x\nsecret_key = ${sampleSecret}\napi_hostname = y`, []],
    ["of Duo, by its host", `secret_key: ${sampleSecret}\nhost: api-1.duosecurity.com`, []],
    ["of Duo in a map", { duo: { integrationKey: "x", secretKey: sampleSecret } }, []],
    ["of Duo in a pair", { name: "DUO_SECRET_KEY", value: sampleSecret }, []],
    ["of Django", `DJANGO_SECRET_KEY='${sampleSecret}'`, []],
    ["of a captcha", `HCAPTCHA_SECRET_KEY: ${sampleSecret}`, []],
    ["of Stripe", { stripeSecretKey: sampleSecret }, []],
  ];
  for (const [name, value, finds] of cases) {
    it(`${name} is ${finds === certain ? "AWS's" : finds === unsure ? "perhaps AWS's" : "judged"}`, () => {
      assert.deepStrictEqual(found(value), finds);
    });
  }
});
