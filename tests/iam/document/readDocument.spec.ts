import assert from "node:assert/strict";
import { type Reading, readDocument } from "../../../iam/document/readDocument.ts";
import type { PolicyStatement, Problem } from "../../../iam/document/policyStatement.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";

type Reads = Problem | Omit<PolicyStatement, "problems">;

/** A statement of which everything is as IAM wants it but what stands before it in a list. */
function allow(at: string, parts: Partial<PolicyStatement>): Reads {
  return {
    at,
    effect: "Allow",
    actions: [],
    notActions: [],
    resources: [],
    notResources: [],
    principals: [],
    notPrincipals: [],
    conditions: [],
    ...parts,
  };
}

function malformed(at: string, found: string, element?: Problem["element"]): Problem {
  return { kind: "malformed", at, found, ...(element && { element }) };
}

function unknown(at: string, element?: Problem["element"]): Problem {
  return { kind: "unknown", at, found: "a value unknown at preview", ...(element && { element }) };
}

const get = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const getRead = { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] };

interface Case {
  readonly name: string;
  readonly document: unknown;
  readonly reads: readonly Reads[];
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
    name: "reads Deny statements as such, whatever they deny",
    document: { Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }, { Effect: "Deny" }] },
    reads: [
      allow("policy.Statement[0]", { effect: "Deny", actions: ["*"], resources: ["*"] }),
      malformed("policy.Statement[1]", "a statement with neither Action nor NotAction", "Action"),
      malformed("policy.Statement[1]", "a statement with neither Resource nor NotResource", "Resource"),
      allow("policy.Statement[1]", { effect: "Deny" }),
    ],
  },
  {
    name: "keeps the place of an unknown action",
    document: { Statement: [{ Effect: "Allow", Action: UNKNOWN, Resource: ["x", UNKNOWN] }] },
    reads: [allow("policy.Statement[0]", { actions: [UNKNOWN], resources: ["x", UNKNOWN] })],
  },
  { name: "reports an unknown document", document: UNKNOWN, reads: [unknown("policy")] },
  {
    name: "reports unknown statements and reads the others",
    document: { Statement: [UNKNOWN, get] },
    reads: [unknown("policy.Statement[0]"), allow("policy.Statement[1]", getRead)],
  },
  {
    name: "reads on after an unknown Effect",
    document: { Statement: [{ ...get, Effect: UNKNOWN }] },
    reads: [unknown("policy.Statement[0].Effect", "Effect"), allow("policy.Statement[0]", getRead)],
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
    reads: [malformed("policy.Statement[0].Effect", found, "Effect"), allow("policy.Statement[0]", getRead)],
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
      malformed("policy.Statement[0]", "a statement with no Effect", "Effect"),
      allow("policy.Statement[0]", getRead),
    ],
  },
  {
    name: "reads the tests of a Condition, and reports what is none",
    document: {
      Statement: [
        {
          ...get,
          Condition: {
            Bool: { "aws:SecureTransport": true, "aws:ViaAWSService": ["false"] },
            "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a*", null, UNKNOWN] },
            NumericLessThan: UNKNOWN,
            x: 1,
          },
        },
      ],
    },
    reads: [
      malformed(
        'policy.Statement[0].Condition["ForAnyValue:StringLikeIfExists"]["aws:TagKeys"][1]',
        "null",
        "Condition",
      ),
      unknown("policy.Statement[0].Condition.NumericLessThan", "Condition"),
      malformed("policy.Statement[0].Condition.x", "a number", "Condition"),
      allow("policy.Statement[0]", {
        ...getRead,
        conditions: [
          { operator: "Bool", key: "aws:SecureTransport", values: ["true"] },
          { operator: "Bool", key: "aws:ViaAWSService", values: ["false"] },
          { operator: "ForAnyValue:StringLikeIfExists", key: "aws:TagKeys", values: ["a*", UNKNOWN] },
        ],
      }),
    ],
  },
  {
    name: "reads the principals of a trust policy, and its Sid",
    document: {
      Statement: [
        {
          Sid: "Take",
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Resource: "*",
          Principal: { Service: "ec2.amazonaws.com", AWS: ["111122223333", "*", 7] },
        },
        { ...get, Principal: "*" },
        { ...get, NotPrincipal: { AWS: UNKNOWN } },
        { ...get, Principal: UNKNOWN, NotPrincipal: [] },
      ],
    },
    reads: [
      malformed("policy.Statement[0].Principal.AWS[2]", "a number", "Principal"),
      allow("policy.Statement[0]", {
        sid: "Take",
        actions: ["sts:AssumeRole"],
        resources: ["*"],
        principals: [
          { at: "policy.Statement[0].Principal.Service", kind: "Service", value: "ec2.amazonaws.com" },
          { at: "policy.Statement[0].Principal.AWS[0]", kind: "AWS", value: "111122223333" },
          { at: "policy.Statement[0].Principal.AWS[1]", kind: "AWS", value: "*" },
        ],
      }),
      allow("policy.Statement[1]", {
        ...getRead,
        principals: [{ at: "policy.Statement[1].Principal", kind: "*", value: "*" }],
      }),
      allow("policy.Statement[2]", {
        ...getRead,
        notPrincipals: [{ at: "policy.Statement[2].NotPrincipal.AWS", kind: "AWS", value: UNKNOWN }],
      }),
      unknown("policy.Statement[3].Principal", "Principal"),
      malformed("policy.Statement[3].NotPrincipal", "an empty list", "NotPrincipal"),
      allow("policy.Statement[3]", getRead),
    ],
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
      malformed("policy.Statement[0].NotAction", "an empty list", "NotAction"),
      malformed("policy.Statement[0].NotResource", "an empty list", "NotResource"),
      allow("policy.Statement[0]", {}),
    ],
  },
  {
    name: "reports a map of statements, whose keys are no elements",
    document: { Statement: { "0": get } },
    reads: [
      malformed("policy.Statement", "a statement with no Effect", "Effect"),
      malformed("policy.Statement", "a statement with neither Action nor NotAction", "Action"),
      malformed("policy.Statement", "a statement with neither Resource nor NotResource", "Resource"),
      allow("policy.Statement", {}),
    ],
  },
  {
    name: "reports a key that stands twice, and reads what JSON.parse makes of it",
    document: '{"Statement":{"Effect":"Allow","Action":"*","Action":"a:1","Resource":"x"}}',
    reads: [
      malformed("policy", "an object with the same key twice"),
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
      malformed("policy.Statement[0]", "a statement with no Effect", "Effect"),
      allow("policy.Statement[0]", { actions: ["*"], resources: ["*"] }),
    ],
  },
  {
    name: "reports an Allow without action and resource",
    document: { Statement: [{ Effect: "Allow" }] },
    reads: [
      malformed("policy.Statement[0]", "a statement with neither Action nor NotAction", "Action"),
      malformed("policy.Statement[0]", "a statement with neither Resource nor NotResource", "Resource"),
      allow("policy.Statement[0]", {}),
    ],
  },
  {
    name: "reports patterns that are no text",
    document: { Statement: [{ ...get, Action: [1, "s3:GetObject"], Resource: ["arn:aws:s3:::b/*", null] }] },
    reads: [
      malformed("policy.Statement[0].Action[0]", "a number", "Action"),
      malformed("policy.Statement[0].Resource[1]", "null", "Resource"),
      allow("policy.Statement[0]", getRead),
    ],
  },
  {
    name: "reports statements that are no objects",
    document: { Statement: ["Allow", 7, [get]] },
    reads: [
      malformed("policy.Statement[0]", "a string"),
      malformed("policy.Statement[1]", "a number"),
      malformed("policy.Statement[2]", "a list"),
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
    reads: [malformed("policy", "text that is no JSON")],
  })),
  ...[{}, { Version: "2012-10-17" }, { Statement: [] }].map((document) => ({
    name: `reports that ${JSON.stringify(document)} has no Statement`,
    document,
    reads: [malformed("policy", "a document with no Statement", "Statement")],
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
    reads: [malformed("policy", found)],
  })),
];

/** A statement with its problems before it. */
function inOrder(reading: Reading): Reads[] {
  if (reading.kind !== "statement") return [reading];
  const { problems, ...statement } = reading.statement;
  return [...problems, statement];
}

describe("reading a document", () => {
  for (const { name, document, reads } of cases) {
    it(name, () => {
      assert.deepStrictEqual([...readDocument(document, "policy")].flatMap(inOrder), reads);
    });
  }
});
