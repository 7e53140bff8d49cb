import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatError } from "../../../components/config/configError.ts";
import { parseStackConfig } from "../../../components/config/parseStackConfig.ts";
import { userDataFilesIn } from "../../../components/config/userDataFile.ts";
import { checkedStack, stackOf } from "../stackFixture.ts";

// Made at run time: a key in the text of this file would be a finding of every scanner.
const keyId = ["AKIA", "QYLPMN5HFW2T7XZJ"].join("");
const secretKey = ["wGk3vQ9sLx", "/Tz8Rb2Nf+", "Yh5Jc7Md1P", "aEu4Wo6Xi0"].join("");

const remedy = "remove it, the instance profile gives credentials";

function launching(userData: string) {
  return { launch: { image: "al2023", instanceType: "t3.micro", userData } };
}

const cases: {
  readonly name: string;
  readonly values: Record<string, unknown>;
  readonly says: readonly string[];
}[] = [
  {
    name: "an access key id in a tag, which is a bad one as well",
    values: stackOf({ workload: { tags: { Note: `uses ${keyId}!` } } }),
    says: [
      `workloads.orders.tags.Note: holds an AWS access key id (AKIA…); ${remedy}`,
      "workloads.orders.tags.Note: got a value with an AWS access key in it, want letters, digits, spaces and _ . : / = + - @",
    ],
  },
  {
    name: "a pair in user data",
    values: stackOf({
      workload: launching(`export AWS_ACCESS_KEY_ID=${keyId}\nexport AWS_SECRET_ACCESS_KEY=${secretKey}\n`),
    }),
    says: [
      `workloads.orders.launch.userData: holds an AWS access key id (AKIA…); ${remedy}`,
      `workloads.orders.launch.userData: holds an AWS secret access key; ${remedy}`,
    ],
  },
  {
    name: "a key in compressed base64",
    values: stackOf({ workload: launching(gzipSync(`key=${keyId}`).toString("base64")) }),
    says: [
      `workloads.orders.launch.userData: holds an AWS access key id (AKIA…); ${remedy}`,
      "workloads.orders.launch.userData: got base64 or gzip, want the plain text: the program encodes it itself",
    ],
  },
  {
    name: "a text too large to be searched",
    values: stackOf({
      values: { "other:blob": gzipSync(Buffer.alloc(25 * 1024 * 1024)).toString("base64") },
    }),
    says: [
      "other:blob: holds text that unpacks to more than 20 MiB and could not be searched to its end; write it plainly",
    ],
  },
  {
    name: "keys of the provider",
    values: stackOf({ values: { "aws:accessKey": keyId, "aws:secretKey": secretKey } }),
    says: [
      `aws:accessKey: holds an AWS access key id (AKIA…); ${remedy}`,
      `aws:secretKey: holds an AWS secret access key; ${remedy}`,
    ],
  },
  {
    name: "a key under a name of another namespace",
    values: stackOf({ values: { "other:note": `see ${keyId}` } }),
    says: [`other:note: holds an AWS access key id (AKIA…); ${remedy}`],
  },
  {
    name: "a bare secret in a field with another form",
    values: stackOf({ workload: { launch: { image: "al2023", instanceType: secretKey } } }),
    says: [
      "workloads.orders.launch.instanceType: got 40 characters that may be a secret, want an instance type, such as t3.micro",
    ],
  },
];

describe("access keys in the configuration", () => {
  for (const { name, values, says } of cases) {
    it(`are errors: ${name}`, async () => {
      const { errors } = await checkedStack({ values });
      assert.deepEqual(errors, says);
      assertSilent(errors);
    });
  }

  it("are never shown where they are a key of a map", async () => {
    const { errors } = await checkedStack({
      values: stackOf({
        values: { [`other:${keyId}`]: "x", "instance-profiles:workloads": { [keyId]: {} } },
      }),
    });
    assert.equal(errors.length > 1, true);
    assertSilent(errors);
  });

  it("are errors in a user data file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "user-data-"));
    writeFileSync(join(folder, "start.sh"), `aws configure set aws_secret_access_key ${secretKey}\n`);
    const workload = { launch: { image: "al2023", instanceType: "t3.micro", userDataFile: "start.sh" } };
    const { errors } = await parseStackConfig({ values: stackOf({ workload }) }, userDataFilesIn(folder));
    rmSync(folder, { recursive: true });
    assert.deepEqual(errors.map(formatError), [
      `workloads.orders.launch.userDataFile: holds an AWS secret access key; ${remedy}`,
    ]);
  });
});

describe("secret values", () => {
  it("are not shown by any error", async () => {
    const workload = {
      launch: { image: "hush", instanceType: "hush", hopLimit: 99, userDataFile: "hush" },
      hush: 1,
    };
    const { errors } = await checkedStack({
      values: stackOf({ workload }),
      secretKeys: ["instance-profiles:workloads"],
    });
    assert.deepEqual(errors, [
      "workloads.orders.launch.image: got a secret value, want al2023 | al2023-arm64 | ubuntu-24.04 | an AMI id | the path of an SSM parameter",
      "workloads.orders.launch.instanceType: got a secret value, want an instance type, such as t3.micro",
      "workloads.orders.launch.hopLimit: got a secret value, want a whole number from 1 to 64",
      `workloads.orders.hush: unknown key, want one of description, access, statements, managedPolicies, permissionsBoundary, maxSessionHours, tags, launch, attachTo`,
    ]);
  });
});

function assertSilent(errors: readonly string[]) {
  for (const error of errors) {
    assert.equal(error.includes(keyId.slice(0, 5)) || error.includes(secretKey.slice(0, 5)), false, error);
  }
}
