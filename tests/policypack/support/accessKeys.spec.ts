import assert from "node:assert/strict";
import { findAccessKeys } from "../../../policypack/support/accessKeys";
import { UNKNOWN } from "../../../policypack/support/unknownValue";
import { sampleId, sampleSecret } from "../sampleKeys";

const id = sampleId("AKIA");

/** The findings, each as `path: kind hint`. */
function found(value: unknown): string[] {
  return [...findAccessKeys(value)].map(({ path, kind, hint }) => `${path}: ${kind} ${hint}`.trim());
}

describe("findAccessKeys on key ids", () => {
  const hidden: [name: string, text: string][] = [
    ["plain", id],
    ["between words", `use ${id} here`],
    ["in quotes", `"${id}"`],
    ["after an underscore", `key_${id}`],
    ["before an underscore", `${id}_old`],
    ["after a hyphen and a slash", `a-/${id}/`],
    ["after an escaped line break", `first\\n${id}\\nsecond`],
    ["with an escaped letter", `\\u0041${id.slice(1)}`],
    ["with a letter escaped by its byte", `\\x41${id.slice(1)}`],
  ];
  for (const [name, text] of hidden) {
    it(`finds one ${name}`, () => {
      assert.deepStrictEqual(found({ note: text }), ["note: access key id AKIA"]);
    });
  }

  for (const prefix of ["AKIA", "ASIA", "ABIA", "ACCA", "A3TX"]) {
    it(`finds the prefix ${prefix}`, () => {
      assert.deepStrictEqual(found(sampleId(prefix)), [`: access key id ${prefix}`]);
    });
  }

  const harmless: [name: string, text: string][] = [
    ["the id of a role", sampleId("AROA")],
    ["the id of an instance profile", sampleId("AIPA")],
    ["the id of a user", sampleId("AIDA")],
    ["AWS's documented example", ["AKIA", "IOSFODNN7", "EXAMPLE"].join("")],
    ["AWS's second documented example", ["AKIA", "I44QH8DHB", "EXAMPLE"].join("")],
    ["a placeholder of one letter", "AKIA" + "X".repeat(16)],
    ["a placeholder of two letters", "AKIA" + "XY".repeat(8)],
    ["a token of 21 characters", `${id}7`],
    ["a token with a letter before", `x${id}`],
    ["a token of 19 characters", id.slice(0, 19)],
    ["lower case", id.toLowerCase()],
  ];
  for (const [name, text] of harmless) {
    it(`passes ${name}`, () => {
      assert.deepStrictEqual(found(text), []);
    });
  }
});

describe("findAccessKeys on secrets", () => {
  const named: [name: string, text: string][] = [
    ["in an ini file", `[default]\naws_secret_access_key = ${sampleSecret}\n`],
    ["in sh", `AWS_SECRET_ACCESS_KEY=${sampleSecret} aws s3 ls`],
    ["in an export", `export AWS_SECRET_ACCESS_KEY="${sampleSecret}"`],
    ["in an export with single quotes", `export AWS_SECRET_KEY='${sampleSecret}'`],
    ["as a default of a shell variable", `: "\${AWS_SECRET_ACCESS_KEY:-${sampleSecret}}"`],
    ["in a Dockerfile", `ENV AWS_SECRET_ACCESS_KEY ${sampleSecret}`],
    ["in yaml", `secretAccessKey: ${sampleSecret}`],
    ["in a block of yaml", `aws_secret_access_key: |\n  ${sampleSecret}\n`],
    ["in json", `{"SecretAccessKey": "${sampleSecret}"}`],
    ["in escaped json", `"{\\"secret_key\\":\\"${sampleSecret}\\"}"`],
    ["in toml", `secret-access-key = "${sampleSecret}"`],
    ["with the words in another order", `access_key_secret: ${sampleSecret}`],
    ["under a short name", `AWS_SECRET=${sampleSecret}`],
    ["in a properties file", `fs.s3a.secret.key=${sampleSecret}`],
    ["in xml", `<SecretAccessKey>${sampleSecret}</SecretAccessKey>`],
    ["in Ruby", `:secret_access_key => '${sampleSecret}'`],
    ["in PowerShell", `$env:AWS_SECRET_ACCESS_KEY = "${sampleSecret}"`],
    [
      "in a PowerShell call",
      `[Environment]::SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "${sampleSecret}", "Machine")`,
    ],
    ["as an argument", `aws configure set aws_secret_access_key ${sampleSecret}`],
    ["in a yaml pair", `- name: AWS_SECRET_ACCESS_KEY\n  value: "${sampleSecret}"`],
    ["in a json pair", `[{"name":"AWS_SECRET_ACCESS_KEY","value":"${sampleSecret}"}]`],
    [
      "in a json pair that starts with the value",
      `[{"value":"${sampleSecret}","name":"AWS_SECRET_ACCESS_KEY"}]`,
    ],
  ];
  for (const [name, text] of named) {
    it(`finds one ${name}`, () => {
      assert.deepStrictEqual(found({ userData: text }), ["userData: secret access key"]);
    });
  }

  const properties: [name: string, value: object, at: string][] = [
    ["a property", { secretAccessKey: sampleSecret }, "secretAccessKey"],
    [
      "an environment",
      { variables: { AWS_SECRET_ACCESS_KEY: sampleSecret } },
      "variables.AWS_SECRET_ACCESS_KEY",
    ],
    ["a list under the name", { secret_key: [sampleSecret] }, "secret_key[0]"],
    ["a pair", { env: [{ name: "AWS_SECRET_ACCESS_KEY", value: sampleSecret }] }, "env[0].value"],
    ["a parameter with a path", { value: sampleSecret, name: "/app/aws_secret_access_key" }, "value"],
    ["base64 under the name", { secretKey: Buffer.from(sampleSecret).toString("base64") }, "secretKey"],
  ];
  for (const [name, value, at] of properties) {
    it(`finds one named by ${name}`, () => {
      assert.deepStrictEqual(found(value), [`${at}: secret access key`]);
    });
  }

  const sha1 = "0123456789abcdef".repeat(3).slice(0, 40);
  const harmless: [name: string, value: unknown][] = [
    ["without a name", sampleSecret],
    ["under another name", { token: sampleSecret }],
    ["that is a SHA-1", `commit ${sha1}`],
    ["that is a commit id under a secret's name", `secret_key=${sha1}`],
    ["of 41 characters", `secret_key=${sampleSecret}x`],
    ["of 39 characters", `secret_key=${sampleSecret.slice(1)}`],
    ["that is an integrity string", `"integrity": "sha512-${sampleSecret}${sampleSecret}AAAAAA=="`],
    [
      "that is AWS's documented example",
      `aws_secret_access_key=${["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYEXAMPLEKEY"].join("/")}`,
    ],
    ["that is a placeholder", `aws_secret_access_key=${"x".repeat(40)}`],
    ["that is fetched", "aws secretsmanager get-secret-value --secret-id orders"],
    ["that is only mentioned", "rotate the secret access key every ninety days, without exceptions"],
  ];
  for (const [name, value] of harmless) {
    it(`passes one ${name}`, () => {
      assert.deepStrictEqual(found(value), []);
    });
  }
});

describe("findAccessKeys on structures", () => {
  it("names every place in Pulumi's notation", () => {
    const value = { metadata: { tags: { "my key": id, plain: id } }, list: [["x", id]], "a.b": { c: id } };
    assert.deepStrictEqual(found(value), [
      'metadata.tags["my key"]: access key id AKIA',
      "metadata.tags.plain: access key id AKIA",
      "list[0][1]: access key id AKIA",
      '["a.b"].c: access key id AKIA',
    ]);
  });

  it("starts at the path it is given", () => {
    assert.deepStrictEqual(
      [...findAccessKeys([id], "config.workloads")],
      [{ path: "config.workloads[0]", kind: "access key id", hint: "AKIA" }],
    );
  });

  it("finds a key that is the name of a property and does not show it", () => {
    const value = { tags: { [`owner ${id}`]: "x", [Buffer.from(`owner ${id}`).toString("base64")]: id } };
    const findings = found(value);
    assert.deepStrictEqual(findings, [
      'tags["AKIA…"]: access key id AKIA',
      'tags["AKIA…"]: access key id AKIA',
      'tags["AKIA…"]: access key id AKIA',
    ]);
  });

  it("reports an id and its secret, each once, however often a text repeats them", () => {
    const pair = `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${sampleSecret}\n`;
    assert.deepStrictEqual(found({ userData: pair + pair }), [
      "userData: access key id AKIA",
      "userData: secret access key",
    ]);
  });

  it("reports two different ids of one text", () => {
    assert.deepStrictEqual(found(`${id} ${sampleId("ASIA")}`), [
      ": access key id AKIA",
      ": access key id ASIA",
    ]);
  });

  it("passes over what is no text and goes on behind it", () => {
    assert.deepStrictEqual(found({ a: UNKNOWN, b: null, c: undefined, d: 7, e: true, f: [UNKNOWN, id] }), [
      "f[1]: access key id AKIA",
    ]);
  });

  it("never yields the key itself", () => {
    const everything = {
      [id]: `aws_secret_access_key=${sampleSecret}`,
      b: id,
      c: { secretKey: sampleSecret },
    };
    const findings = JSON.stringify([...findAccessKeys(everything)]);
    assert.equal(findings.includes(id.slice(0, 5)), false);
    assert.equal(findings.includes(sampleSecret.slice(0, 5)), false);
  });
});
