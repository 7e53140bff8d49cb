import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { findAccessKeys, withoutAccessKeys } from "../../secrets/accessKeys.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";
import { sampleId, sampleSecret } from "../../testing/sampleKeys.ts";

const id = sampleId("AKIA");

/** The findings, each as `path: kind hint`. */
function found(value: unknown): string[] {
  return [...findAccessKeys(value)].map((finding) => {
    const detail = "what" in finding ? finding.what : finding.hint;
    return `${finding.path}: ${finding.kind} ${detail}`.trim();
  });
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
    ["with a letter escaped in octal", `\\101${id.slice(1)}`],
    ["after a letter escaped by its number", `\\ud0a4${id}`],
    ["after a line break escaped twice", `a\\\\n${id}`],
    ["after a line break of PowerShell", `a\`n${id}`],
    ["after an entity of XML", `a&#x41;&#10;&#65;${id.slice(1)}`],
    ["continued on the next line by a backslash", `"${id.slice(0, 9)}\\\n    ${id.slice(9)}"`],
    ["between letters that are not ASCII", `키는${id}입니다`],
    ["in an address", `s3://${id}:x@bucket`],
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
    ["letters of another alphabet that look like them", `\u0410KIA${id.slice(4)}`],
  ];
  for (const [name, text] of harmless) {
    it(`passes ${name}`, () => {
      assert.deepStrictEqual(found(text), []);
    });
  }
});

describe("findAccessKeys on secrets", () => {
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
    [
      "a parameter that is no secure one",
      { name: "/app/secret_key", insecureValue: sampleSecret },
      "insecureValue",
    ],
    ["a secret's id", { secretId: "app/aws_secret", secretString: sampleSecret }, "secretString"],
    [
      "the key of a parameter",
      { parameterKey: "AwsSecretKey", parameterValue: sampleSecret },
      "parameterValue",
    ],
    ["the path of a file", { path: "/etc/aws_secret_access_key", content: sampleSecret }, "content"],
    ["a typed value", { secretKey: { S: sampleSecret } }, "secretKey.S"],
    ["quotes and white space", { secretKey: ` "${sampleSecret}"\n` }, "secretKey"],
    ["base64 under the name", { secretKey: Buffer.from(sampleSecret).toString("base64") }, "secretKey"],
  ];
  for (const [name, value, at] of properties) {
    it(`finds one named by ${name}`, () => {
      assert.deepStrictEqual(found(value), [`${at}: secret access key`]);
    });
  }

  const harmless: [name: string, value: object][] = [
    ["another name", { token: sampleSecret }],
    ["another name in a pair", { name: "token", value: sampleSecret }],
    ["what belongs to it", { secretKeyHash: sampleSecret, secretKeyPath: sampleSecret }],
    ["a list beside it", { secretKey: "x", tokens: [sampleSecret] }],
  ];
  for (const [name, value] of harmless) {
    it(`passes one named by ${name}`, () => {
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
      'tags["owner AKIA…"]: access key id AKIA',
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

describe("findAccessKeys where it has to give up", () => {
  it("says so and still reports what it found", () => {
    const bomb = gzipSync(Buffer.alloc(25 * 1024 * 1024)).toString("base64");
    assert.deepStrictEqual(found({ a: `${bomb} ${id}`, b: id }), [
      "a: access key id AKIA",
      "a: unsearched text text that unpacks to more than 20 MiB and could not be searched to its end",
      "b: access key id AKIA",
    ]);
  });

  it("reads values nested a hundred thousand deep", () => {
    let value: unknown = id;
    for (let depth = 0; depth < 100_000; depth++) value = depth % 2 === 0 ? [value] : { a: value };
    assert.deepStrictEqual(
      [...findAccessKeys(value)].map(({ kind }) => kind),
      ["access key id"],
    );
  });
});

describe("withoutAccessKeys", () => {
  const cases: [name: string, text: string, shown: string][] = [
    ["leaves other text alone", "owner: orders", "owner: orders"],
    ["cuts every id to its prefix", `a ${id} b ${id} c ${sampleId("ASIA")}`, "a AKIA… b AKIA… c ASIA…"],
    ["cuts a secret", `secret_key=${sampleSecret}.`, "secret_key=…."],
    [
      "leaves AWS's example",
      ["AKIA", "IOSFODNN7", "EXAMPLE"].join(""),
      ["AKIA", "IOSFODNN7", "EXAMPLE"].join(""),
    ],
    ["shows nothing of a text that hides a key", `a ${Buffer.from(`key ${id}`).toString("hex")}`, "AKIA…"],
    [
      "shows nothing of a text that could hide one",
      `a ${gzipSync(Buffer.alloc(25 * 1024 * 1024)).toString("base64")}`,
      "…",
    ],
  ];
  for (const [name, text, shown] of cases) {
    it(name, () => {
      assert.equal(withoutAccessKeys(text), shown);
    });
  }
});
