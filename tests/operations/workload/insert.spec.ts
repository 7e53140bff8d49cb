import assert from "node:assert/strict";
import { copyWorkload } from "../../../operations/workload/copyWorkload.ts";
import { renameWords } from "../../../operations/workload/renameWords.ts";
import { insertWorkload } from "../../../operations/workload/insertWorkload.ts";
import { newBlock } from "../../../operations/workload/add/newBlock.ts";
import { stackText } from "../../../operations/stackFile/stackText.ts";

const head = `# Development
config:
  aws:region: eu-central-1
  instance-profiles:environment: dev
  instance-profiles:workloads:
`;
const api = `    # Takes orders.
    api: # not "orders"
      access:
        - logs: { logGroup: '/dev/api', level: write } # own
      # At the end.
`;

function add(text: string): string {
  const stack = stackText("dev", text);
  const { block, data } = copyWorkload(stack, "api", (text) => renameWords(text, "api", "web"), "web");
  return insertWorkload(stack, "web", block, data);
}

const web = api.replace("api:", "web:").replace("/dev/api", "/dev/web");
const crlf = (text: string) => text.replaceAll("\n", "\r\n");

describe("a workload that is added", () => {
  for (const [name, before, after] of [
    ["as text with its comments, a blank line below", head + api, `${head}${api}\n${web}`],
    [
      "without a blank line where there is none",
      `${head}    b: {}\n${api}`,
      `${head}    b: {}\n${api}${web}`,
    ],
    [
      "above what follows",
      `${head}${api}\n  # Tags\n  other:key: 1\n`,
      `${head}${api}\n${web}\n  # Tags\n  other:key: 1\n`,
    ],
    ["with the line ends of the file", crlf(head + api), crlf(`${head}${api}\n${web}`)],
    [
      "at the end of a file that does not end its last line",
      `${head}    api:\n      maxSessionHours: 2`,
      `${head}    api:\n      maxSessionHours: 2\n\n    web:\n      maxSessionHours: 2`,
    ],
    [
      "with the quotes of the key",
      `${head}    "api":\n      maxSessionHours: 2\n`,
      `${head}    "api":\n      maxSessionHours: 2\n\n    "web":\n      maxSessionHours: 2\n`,
    ],
    [
      "in braces",
      `${head}    api: { maxSessionHours: 2 }\n`,
      `${head}    api: { maxSessionHours: 2 }\n\n    web: { maxSessionHours: 2 }\n`,
    ],
    [
      "without its instances",
      `${head}    api:\n      attachTo: [i-0123456789abcdef0]\n      maxSessionHours: 2\n`,
      `${head}    api:\n      attachTo: [i-0123456789abcdef0]\n      maxSessionHours: 2\n\n    web:\n      maxSessionHours: 2\n`,
    ],
    [
      "without its instances where it has nothing else",
      `${head}    api:\n      attachTo:\n        - i-0123456789abcdef0\n`,
      `${head}    api:\n      attachTo:\n        - i-0123456789abcdef0\n\n    web: {}\n`,
    ],
    [
      "below a script, which stays as it is",
      `${head}    api:\n      launch:\n        userData: |\n          echo api > /dev/null\n\n          exit\n`,
      `${head}    api:\n      launch:\n        userData: |\n          echo api > /dev/null\n\n          exit\n\n    web:\n      launch:\n        userData: |\n          echo api > /dev/null\n\n          exit\n`,
    ],
    [
      "right below a script that keeps its line ends, of which a blank line would be one",
      `${head}    api:\n      launch:\n        userData: |+\n          exit\n`,
      `${head}${["api", "web"].map((name) => `    ${name}:\n      launch:\n        userData: |+\n          exit\n`).join("")}`,
    ],
  ] as const)
    it(`is copied ${name}`, () => {
      assert.equal(add(before), after);
    });

  it("is the first of a file that has none", () => {
    const text = "encryptionsalt: v1:a\nconfig:\n  aws:region: eu-central-1\n";
    const workload = { description: "yes", access: [{ s3: { bucket: "b", level: "read" } }] };
    assert.equal(
      insertWorkload(stackText("dev", text), "web", newBlock("web", workload), workload),
      `${text}  instance-profiles:workloads:
    web:
      description: "yes"
      access:
        - s3: { bucket: b, level: read }
`,
    );
  });

  for (const [name, text, sentence] of [
    [
      "is broken",
      "config: {a: [}\n",
      /^Pulumi\.dev\.yaml is not valid YAML at line 1, column \d+ \(bad indent\); correct it and run this again$/,
    ],
    [
      "is empty",
      "",
      /^Pulumi\.dev\.yaml: got nothing in config, want keys on lines of their own; write it so/,
    ],
    ["has a list for a config", "config: []\n", /^Pulumi\.dev\.yaml: got no map in config, want keys/],
    [
      "has its workloads from elsewhere",
      "environment: [shop/dev]\nconfig:\n  aws:region: eu-central-1\n",
      /^Pulumi\.dev\.yaml has no instance-profiles:workloads, and its environment may declare them: change them there/,
    ],
    [
      "has its workloads in braces",
      head.replace(/:\n$/, ": { api: {} }\n"),
      /got braces in instance-profiles:workloads, want keys/,
    ],
    [
      "has an empty map",
      head.replace(/:\n$/, ": {}\n"),
      /got nothing in .*; take the empty key out and run this again$/,
    ],
    ["has an empty key", head, /got nothing in .*; take the empty key out and run this again$/],
    [
      "has no such workload",
      `${head}    apis: {}\n`,
      /^no workload "api" in Pulumi\.dev\.yaml; did you mean "apis"\?; workloads are apis$/,
    ],
    [
      "shares parts by anchors",
      `${head}    api: &shared\n      maxSessionHours: 2\n    b: *shared\n`,
      /^workload "api" of Pulumi\.dev\.yaml cannot be copied: it holds the anchor &shared; write it out there/,
    ],
    [
      "has its workloads encrypted",
      `${head}    secure: v1:a\n`,
      /^Pulumi\.dev\.yaml: instance-profiles:workloads is a secret as a whole, want the workloads in plain text$/,
    ],
    [
      "repeats a key",
      `${head}    api: {}\n    api: {}\n`,
      /is not valid YAML at line \d+, column 5 \(duplicate key\)/,
    ],
  ] as const)
    it(`is refused in one sentence where the file ${name}`, () => {
      assert.throws(() => add(text), { name: "Failure", message: sentence });
    });
});
