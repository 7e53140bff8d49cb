import assert from "node:assert/strict";
import { check } from "prettier";
import { fullKey, withValue } from "../../../operations/config/setValue.ts";
import { stackText } from "../../../operations/stackFile/stackText.ts";

const workloads = "  # All of them.\n  instance-profiles:workloads:\n    api: { access: [] }\n";

/** Sets a value in a file of some lines, and gives the whole text. */
const set = (lines: string, key: string, value: string) =>
  withValue(stackText("dev", lines), fullKey(key), value);

const changes: readonly [name: string, before: string, key: string, value: string, after: string][] = [
  [
    "puts a new key above the workloads and their comment",
    `# Head\nconfig:\n  aws:region: eu-west-1\n\n${workloads}`,
    "permissionsBoundary",
    "acme/boundary",
    `# Head\nconfig:\n  aws:region: eu-west-1\n  instance-profiles:permissionsBoundary: acme/boundary\n\n${workloads}`,
  ],
  [
    "puts it first where the workloads are",
    `config:\n${workloads}`,
    "aws:region",
    "eu-west-1",
    `config:\n  aws:region: eu-west-1\n${workloads}`,
  ],
  [
    "puts it at the end where there are none, and ends no line that had no end",
    "config:\n  aws:region: eu-west-1",
    "environment",
    "dev",
    "config:\n  aws:region: eu-west-1\n  instance-profiles:environment: dev",
  ],
  [
    "changes a value and keeps what stands behind it, in the line ends of the file",
    'config:\r\n    aws:region:   "eu-west-1"   # Ireland\r\n    other:x: 1\r\n',
    "aws:region",
    "us-east-1",
    "config:\r\n    aws:region:   us-east-1   # Ireland\r\n    other:x: 1\r\n",
  ],
  ["leaves what says so already", "config:\n  a:b: c\n", "a:b", "c", "config:\n  a:b: c\n"],
];

const texts = [
  "yes",
  "012345678901",
  "5",
  "",
  " a ",
  "a: b",
  "a # b",
  "it's",
  'say "x"',
  "# no",
  "*x",
  "null",
  "2027-03-31",
  "é\u009b",
  "a\nb",
  "@x",
  "-",
];

const refusals: readonly [name: string, lines: string, key: string, message: RegExp][] = [
  ["the workloads", "config:\n  a:b: c\n", "workloads", /is no single value: add one with/],
  ["a credential", "config:\n  a:b: c\n", "aws:secretKey", /^aws:secretKey is a credential/],
  ["no key", "config:\n  a:b: c\n", "a b", /^key: got "a b", want/],
  [
    "a secret",
    "config:\n  a:b:\n    secure: xyz\n",
    "a:b",
    /a:b is a secret, and this writes plain text: run "pulumi config set --secret a:b"/,
  ],
  ["a map", "config:\n  a:b:\n    c: d\n", "a:b", /a:b holds no text of one line; write it by hand/],
  ["a block of text", "config:\n  a:b: |\n    c\n", "a:b", /holds no text of one line/],
  ["what an anchor names", "config:\n  a:b: &x c\n  d:e: *x\n", "a:b", /holds no text of one line/],
  ["what an alias stands for", "config:\n  a:b: &x c\n  d:e: *x\n", "d:e", /holds no text of one line/],
  [
    "the short form of a key",
    "config:\n  environment: dev\n",
    "environment",
    /got the key environment, want instance-profiles:environment/,
  ],
];

describe("config set", () => {
  for (const [name, before, key, value, after] of changes)
    it(name, () => {
      assert.equal(set(before, key, value), after);
    });

  for (const value of texts)
    it(`writes ${JSON.stringify(value)} as a text that Pulumi reads, and as the formatter has it`, async () => {
      const after = set("config:\n  a:b: c\n", "d:e", value);
      assert.deepEqual(stackText("dev", after).values, { "a:b": "c", "d:e": value });
      assert.ok(await check(after, { parser: "yaml", printWidth: 110 }), after);
    });

  for (const [name, lines, key, message] of refusals)
    it(`does not write ${name}`, () => {
      assert.throws(() => set(lines, key, "value"), { name: "Failure", message });
    });
});
