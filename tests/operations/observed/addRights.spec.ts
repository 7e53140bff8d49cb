import assert from "node:assert/strict";
import { addProposal } from "../../../operations/observed/addRights.ts";
import type { Proposal } from "../../../operations/observed/proposed.ts";
import { toYaml } from "../../../operations/observed/proposalText.ts";
import { stackText } from "../../../operations/stackFile/stackText.ts";

const nothing: Proposal = { access: [], statements: [], refused: [], notes: [] };

const queue: Proposal = {
  ...nothing,
  access: [{ entry: { sqs: { queue: "{environment}-orders", level: "send" } }, calls: [], further: [] }],
};

const both: Proposal = {
  ...queue,
  statements: [
    {
      statement: { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::orders/rates.json"] },
      calls: [],
    },
  ],
};

const entry = '- sqs: { queue: "{environment}-orders", level: send }';
const statement = (column: string) =>
  `${column}- actions: [ s3:GetObject ]\n${column}  resources: [ arn:aws:s3:::orders/rates.json ]\n`;

const head = `# Development
config:
  instance-profiles:environment: dev
  instance-profiles:workloads:
`;

const after = `    # Another one.
    web:
      access: []
`;

const cases: readonly (readonly [name: string, before: string, proposal: Proposal, after: string])[] = [
  [
    "below the entries that are there, and their comments",
    `    api: # first
      access:
        # Reads.
        - sns: { topic: a, level: publish } # own
          # of the topic
      launch: { image: al2023 }
`,
    queue,
    `    api: # first
      access:
        # Reads.
        - sns: { topic: a, level: publish } # own
          # of the topic
        ${entry}
      launch: { image: al2023 }
`,
  ],
  [
    "in the place of an empty list, whose comment stays",
    "    api:\n      access: [] # nothing yet\n      maxSessionHours: 2\n",
    queue,
    `    api:\n      access: # nothing yet\n        ${entry}\n      maxSessionHours: 2\n`,
  ],
  [
    "in the place of an empty list and below it, as statements",
    "    api:\n      access: []\n      maxSessionHours: 2\n",
    both,
    `    api:\n      access:\n        ${entry}\n      statements:\n${statement("        ")}      maxSessionHours: 2\n`,
  ],
  [
    "under keys of their own below the description",
    "    api:\n      description: An API\n      maxSessionHours: 2\n",
    both,
    `    api:\n      description: An API\n      access:\n        ${entry}\n      statements:\n${statement("        ")}      maxSessionHours: 2\n`,
  ],
  [
    "above all other keys",
    "    api:\n      # Long.\n      maxSessionHours: 2\n",
    queue,
    `    api:\n      access:\n        ${entry}\n      # Long.\n      maxSessionHours: 2\n`,
  ],
  ["in a workload that has nothing", "    api: {}\n", queue, `    api:\n      access:\n        ${entry}\n`],
  [
    "in a list in brackets",
    "    api:\n      access: [{ sns: { topic: a, level: publish } }] # own\n",
    queue,
    '    api:\n      access: [{ sns: { topic: a, level: publish } }, { sqs: { queue: "{environment}-orders", level: send } }] # own\n',
  ],
  [
    "at the column of dashes that stand below their key",
    "    api:\n      access:\n      - sns: { topic: a, level: publish }\n",
    queue,
    `    api:\n      access:\n      - sns: { topic: a, level: publish }\n      ${entry}\n`,
  ],
  ["nowhere where nothing is proposed", "    api: {}\n", nothing, "    api: {}\n"],
];

describe("what is proposed for a workload", () => {
  for (const [name, before, proposal, want] of cases) {
    it(`is written ${name}`, () => {
      const { text } = addProposal(stackText("dev", head + before + after), "api", proposal);
      assert.equal(text, head + want + after);
    });

    it(`is written ${name}, with the line ends of Windows`, () => {
      const crlf = (text: string) => text.replaceAll("\n", "\r\n");
      const { text } = addProposal(stackText("dev", crlf(head + before + after)), "api", proposal);
      assert.equal(text, crlf(head + want + after));
    });

    it(`is written ${name}, at the end of a file that does not end its last line`, () => {
      const open = (text: string) => text.replace(/\n$/, "");
      const { text } = addProposal(stackText("dev", open(head + before)), "api", proposal);
      assert.equal(text, open(head + want));
    });
  }

  it("comes as a patch too", () => {
    const { diff } = addProposal(
      stackText("dev", `${head}    api:\n      access: []\n`),
      "api",
      queue,
      "infra/Pulumi.dev.yaml",
    );
    assert.equal(
      diff,
      `--- a/infra/Pulumi.dev.yaml
+++ b/infra/Pulumi.dev.yaml
@@ -3,4 +3,5 @@
   instance-profiles:environment: dev
   instance-profiles:workloads:
     api:
-      access: []
+      access:
+        ${entry}
`,
    );
  });

  it("is shown as the lines of a workload", () => {
    assert.equal(toYaml(both), `access:\n  ${entry}\nstatements:\n${statement("  ").trimEnd()}`);
  });

  it("is not written where the workload shares its list with another", () => {
    const shared = `${head}    api:\n      access: &both\n        - sns: { topic: a, level: publish }\n    web:\n      access: *both\n`;
    assert.throws(
      () => addProposal(stackText("dev", shared), "api", queue),
      /^Failure: Pulumi\.dev\.yaml: nothing can be added to workload "api" without a change of what stands beside it; put it there by hand:\naccess:\n {2}- sqs: /,
    );
  });

  it("is not written for a workload that the file does not have", () => {
    assert.throws(() => addProposal(stackText("dev", head + after), "wed", queue), /no workload "wed"/);
  });
});
