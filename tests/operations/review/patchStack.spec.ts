import assert from "node:assert/strict";
import type { Edit } from "../../../operations/stackFile/edit.ts";
import { patchStack } from "../../../operations/review/patchStack.ts";
import { compileOne, orders, stackFile } from "./reviewFixture.ts";

const first: Edit = { path: ["access", 0], values: [] };
const two = `
access:
  - sqs: { queue: orders, level: send }
  - sns: { topic: orders, level: publish }
`;

async function patched(text: string, edits: readonly Edit[], declared = two) {
  const { after, ...rest } = await patchStack(
    text,
    [{ declared: await orders(declared), edits }],
    compileOne,
  );
  return { ...rest, refused: Object.fromEntries(rest.refused), after: [...after.keys()] };
}

const why: readonly (readonly [string, string, string])[] = [
  [
    "an anchor",
    "access: &all\n  - sqs: { queue: orders, level: send }\n  - sns: { topic: orders, level: publish }",
    "it holds the anchor &all",
  ],
  [
    "a merge key",
    "<<: { description: x }\naccess:\n  - sqs: { queue: orders, level: send }",
    "it uses a merge key",
  ],
  ["a tag of its own", "access: !x\n  - sqs: { queue: orders, level: send }", "it uses the tag !x"],
  [
    "something else than Pulumi reads",
    "access:\n  - sqs: { queue: others, level: send }",
    "the file says something else than Pulumi reads, as with an environment that adds to it",
  ],
  [
    "a key that is written as explicit",
    "? access\n: - sqs: { queue: orders, level: send }\n  - sns: { topic: orders, level: publish }",
    "something else stands before it on its line",
  ],
  [
    "a level in a block of text",
    "access:\n  - sqs: { queue: orders, level: send }\n  - sns:\n      topic: orders\n      level: >-\n        publish",
    "it is a block of text",
  ],
];

describe("patching a stack file", () => {
  it("takes an entry out and leaves the rest as it is", async () => {
    assert.deepEqual(await patched(stackFile(two), [first]), {
      text: stackFile("access:\n  - sns: { topic: orders, level: publish }"),
      after: ["orders"],
      refused: {},
    });
  });

  it("leaves an empty map of a workload that granted nothing but what goes", async () => {
    const text = stackFile(two);
    assert.deepEqual(await patched(text, [first, { path: ["access", 1], values: [] }]), {
      text: text.replace("    orders:\n", "    orders: {}\n").replace(/ {6}access:[^]*$/, ""),
      after: ["orders"],
      refused: {},
    });
  });

  for (const [name, workload, reason] of why)
    it(`edits nothing through ${name}, and says so`, async () => {
      const text = stackFile(workload);
      const edits = name.startsWith("a level")
        ? [{ path: ["access", 1, "sns", "level"], values: ["x"] }]
        : [first];
      assert.deepEqual(await patched(text, edits), { text, after: [], refused: { orders: reason } });
    });

  it("edits nothing through an alias, and says so", async () => {
    const text = stackFile(two)
      .replace("    orders:\n", "    others: &o { access: [] }\n    orders: *o\n")
      .replace(/ {6}access:[^]*$/, "");
    assert.deepEqual(await patched(text, [first]), {
      text,
      after: [],
      refused: { orders: "it uses the alias *o" },
    });
  });

  const elsewhere =
    "the file has no map instance-profiles:workloads below config; where an environment or another key declares it, change it there";
  for (const [name, text, reason] of [
    ["has no workloads, as with an environment that has them", "environment:\n  - shop\n", elsewhere],
    [
      "has its workloads as a secret",
      "config:\n  instance-profiles:workloads:\n    secure: abc\n",
      "the file declares no such workload below instance-profiles:workloads",
    ],
    [
      "sets its workloads path by path",
      'config:\n  instance-profiles:workloads.orders.access: "[]"\n',
      elsewhere,
    ],
    ["is no YAML", "config: [\n", "the file is not valid YAML at line 2, column 1 (bad indent)"],
  ] as const)
    it(`says why it edits nothing in a file that ${name}`, async () => {
      assert.deepEqual(await patched(text, [first]), { text, after: [], refused: { orders: reason } });
    });

  it("leaves out what would have errors", async () => {
    const text = stackFile(two);
    const edits = [{ path: ["access", 0, "sqs", "level"], values: ["sendd"] }];
    const reason =
      'workloads.orders.access[0].sqs.level: got "sendd", want send | receive | sendReceive; did you mean "send"?';
    assert.deepEqual(await patched(text, edits), { text, after: [], refused: { orders: reason } });
  });

  it("leaves out what would give more", async () => {
    const text = stackFile(two);
    const edits = [{ path: ["access", 0, "sqs", "level"], values: ["sendReceive"] }];
    const reason = "it is not sure that the change only takes away";
    assert.deepEqual(await patched(text, edits), { text, after: [], refused: { orders: reason } });
  });
});
