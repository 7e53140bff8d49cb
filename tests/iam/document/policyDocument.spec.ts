import assert from "node:assert/strict";
import { type Reading, readDocument } from "../../../iam/document/policyDocument.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";

function allow(at: string, parts: Partial<Extract<Reading, { kind: "allow" }>["statement"]>): Reading {
  const nothing = { actions: [], notActions: [], resources: [], notResources: [], conditionKeys: [] };
  return { kind: "allow", at, statement: { ...nothing, ...parts } };
}

const get = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const getRead = { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] };

interface Case {
  readonly name: string;
  readonly document: unknown;
  readonly reads: Reading[];
}

const cases: Case[] = [
  {
    name: "reads an object",
    document: { Version: "2012-10-17", Statement: [get] },
    reads: [allow("policy.Statement[0]", getRead)],
  },
  {
    name: "reads JSON text",
    document: JSON.stringify({ Statement: [get] }),
    reads: [allow("policy.Statement[0]", getRead)],
  },
  {
    name: "reads a single statement that is no list",
    document: { Statement: get },
    reads: [allow("policy.Statement", getRead)],
  },
  {
    name: "reads lists of actions and resources",
    document: { Statement: [{ Effect: "Allow", Action: ["a:1", "a:2"], Resource: ["x", "y"] }] },
    reads: [allow("policy.Statement[0]", { actions: ["a:1", "a:2"], resources: ["x", "y"] })],
  },
  {
    name: "reads NotAction and NotResource",
    document: { Statement: [{ Effect: "Allow", NotAction: "iam:*", NotResource: ["x"] }] },
    reads: [allow("policy.Statement[0]", { notActions: ["iam:*"], notResources: ["x"] })],
  },
  {
    name: "reads names of elements in any case",
    document: { statement: [{ effect: "Allow", ACTION: "a:1", resource: "x" }] },
    reads: [allow("policy.statement[0]", { actions: ["a:1"], resources: ["x"] })],
  },
  {
    name: "reads two spellings of one element together",
    document: { Statement: [{ Effect: "Allow", Action: "a:1", action: "*", Resource: "x" }] },
    reads: [allow("policy.Statement[0]", { actions: ["a:1", "*"], resources: ["x"] })],
  },
  {
    name: "reads an escaped star in JSON text as a star",
    document: '{"Statement":{"Effect":"Allow","Action":"\\u002a","Resource":"\\u002A"}}',
    reads: [allow("policy.Statement", { actions: ["*"], resources: ["*"] })],
  },
  {
    name: "leaves out Deny statements, whatever they deny",
    document: { Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }, { Effect: "Deny" }] },
    reads: [],
  },
  {
    name: "keeps the place of an unknown action",
    document: { Statement: [{ Effect: "Allow", Action: UNKNOWN, Resource: ["x", UNKNOWN] }] },
    reads: [allow("policy.Statement[0]", { actions: [UNKNOWN], resources: ["x", UNKNOWN] })],
  },
  { name: "reports an unknown document", document: UNKNOWN, reads: [{ kind: "unknown", at: "policy" }] },
  {
    name: "reports unknown statements and reads the others",
    document: { Statement: [UNKNOWN, get] },
    reads: [{ kind: "unknown", at: "policy.Statement[0]" }, allow("policy.Statement[1]", getRead)],
  },
  {
    name: "reads on after an unknown Effect",
    document: { Statement: [{ ...get, Effect: UNKNOWN }] },
    reads: [{ kind: "unknown", at: "policy.Statement[0].Effect" }, allow("policy.Statement[0]", getRead)],
  },
  ...(
    [
      ["allow", '"allow"'],
      ["ALLOW", '"ALLOW"'],
      [" Allow", '" Allow"'],
      ["Permit", '"Permit"'],
      ["", '""'],
      ["x".repeat(10_000), `"${"x".repeat(120)}…"`],
      [1, "a number"],
      [true, "a boolean"],
      [null, "null"],
      [{ Allow: true }, "an object"],
    ] as const
  ).map(([effect, found]) => ({
    name: `reports ${found.slice(0, 20)} as an Effect and reads on as if it allowed`,
    document: { Statement: [{ ...get, Effect: effect }] },
    reads: [
      { kind: "malformed", at: "policy.Statement[0].Effect", found } as const,
      allow("policy.Statement[0]", getRead),
    ],
  })),
  {
    name: "reads a list of effects, of which one allows",
    document: { Statement: [{ ...get, Effect: ["Deny", "Allow"] }] },
    reads: [allow("policy.Statement[0]", getRead)],
  },
  {
    name: "reports a list with no effect",
    document: { Statement: [{ ...get, Effect: [] }] },
    reads: [
      { kind: "malformed", at: "policy.Statement[0]", found: "a statement with no Effect" },
      allow("policy.Statement[0]", getRead),
    ],
  },
  {
    name: "reads the condition keys of every operator",
    document: {
      Statement: [
        { ...get, Condition: { Bool: { "aws:SecureTransport": "true" }, Null: { "aws:a": "x" }, x: 1 } },
      ],
    },
    reads: [allow("policy.Statement[0]", { ...getRead, conditionKeys: ["aws:securetransport", "aws:a"] })],
  },
  {
    name: "reads Action and NotAction of one statement",
    document: {
      Statement: { Effect: "Allow", Action: "a:1", NotAction: "b:1", Resource: "x", NotResource: "y" },
    },
    reads: [
      allow("policy.Statement", {
        actions: ["a:1"],
        notActions: ["b:1"],
        resources: ["x"],
        notResources: ["y"],
      }),
    ],
  },
  {
    name: "reports lists that exclude nothing",
    document: { Statement: [{ Effect: "Allow", NotAction: [], NotResource: [] }] },
    reads: [
      { kind: "malformed", at: "policy.Statement[0].NotAction", found: "an empty list" },
      { kind: "malformed", at: "policy.Statement[0].NotResource", found: "an empty list" },
      allow("policy.Statement[0]", {}),
    ],
  },
  {
    name: "reports a map of statements, whose keys are no elements",
    document: { Statement: { "0": get } },
    reads: [
      { kind: "malformed", at: "policy.Statement", found: "a statement with no Effect" },
      {
        kind: "malformed",
        at: "policy.Statement",
        found: "a statement with neither Action nor NotAction",
      },
      {
        kind: "malformed",
        at: "policy.Statement",
        found: "a statement with neither Resource nor NotResource",
      },
      allow("policy.Statement", {}),
    ],
  },
  {
    name: "reports a key that stands twice, and reads what JSON.parse makes of it",
    document: '{"Statement":{"Effect":"Allow","Action":"*","Action":"a:1","Resource":"x"}}',
    reads: [
      { kind: "malformed", at: "policy", found: "an object with the same key twice" },
      allow("policy.Statement", { actions: ["a:1"], resources: ["x"] }),
    ],
  },
  {
    name: "reads a statement that both allows and denies as one that allows",
    document: { Statement: [{ ...get, effect: "Deny" }] },
    reads: [allow("policy.Statement[0]", getRead)],
  },
  {
    name: "reports a missing Effect",
    document: { Statement: [{ Action: "*", Resource: "*" }] },
    reads: [
      { kind: "malformed", at: "policy.Statement[0]", found: "a statement with no Effect" },
      allow("policy.Statement[0]", { actions: ["*"], resources: ["*"] }),
    ],
  },
  {
    name: "reports an Allow without action and resource",
    document: { Statement: [{ Effect: "Allow" }] },
    reads: [
      {
        kind: "malformed",
        at: "policy.Statement[0]",
        found: "a statement with neither Action nor NotAction",
      },
      {
        kind: "malformed",
        at: "policy.Statement[0]",
        found: "a statement with neither Resource nor NotResource",
      },
      allow("policy.Statement[0]", {}),
    ],
  },
  {
    name: "reports patterns that are no text",
    document: { Statement: [{ ...get, Action: [1, "s3:GetObject"], Resource: ["arn:aws:s3:::b/*", null] }] },
    reads: [
      { kind: "malformed", at: "policy.Statement[0].Action[0]", found: "a number" },
      { kind: "malformed", at: "policy.Statement[0].Resource[1]", found: "null" },
      allow("policy.Statement[0]", getRead),
    ],
  },
  {
    name: "reports statements that are no objects",
    document: { Statement: ["Allow", 7, [get]] },
    reads: [
      { kind: "malformed", at: "policy.Statement[0]", found: "a string" },
      { kind: "malformed", at: "policy.Statement[1]", found: "a number" },
      { kind: "malformed", at: "policy.Statement[2]", found: "a list" },
    ],
  },
  ...[
    "",
    "not json",
    '{"Statement":',
    "{'Statement': []}",
    `\ufeff${JSON.stringify({ Statement: [get] })}`,
    `${JSON.stringify({ Statement: [get] })}}`,
    `// all\n${JSON.stringify({ Statement: [get] })}`,
    encodeURIComponent(JSON.stringify({ Statement: [get] })),
  ].map((text) => ({
    name: `reports ${JSON.stringify(text)} as no JSON`,
    document: text,
    reads: [{ kind: "malformed", at: "policy", found: "text that is no JSON" } as const],
  })),
  ...[{}, { Version: "2012-10-17" }, { Statement: [] }].map((document) => ({
    name: `reports that ${JSON.stringify(document)} has no Statement`,
    document,
    reads: [{ kind: "malformed", at: "policy", found: "a document with no Statement" } as const],
  })),
  ...(
    [
      ["[]", "a list"],
      ["null", "null"],
      ['"*"', "a string"],
      ["7", "a number"],
      [JSON.stringify(JSON.stringify({ Statement: [get] })), "a string"],
    ] as const
  ).map(([text, found]) => ({
    name: `reports ${text} as ${found}`,
    document: text,
    reads: [{ kind: "malformed", at: "policy", found } as const],
  })),
];

describe("readDocument", () => {
  for (const { name, document, reads } of cases) {
    it(name, () => {
      assert.deepStrictEqual([...readDocument(document, "policy")], reads);
    });
  }
});
