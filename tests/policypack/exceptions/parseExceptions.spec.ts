import assert from "node:assert/strict";
import { parseExceptions } from "../../../policypack/exceptions/parseExceptions.ts";

const today = "2026-11-24";
const policies = ["no-star-star-grants", "no-inline-access-keys", "require-imdsv2"];
const entry = {
  policy: "require-imdsv2",
  urn: "urn:pulumi:dev::shop::aws:ec2/instance:Instance::legacy",
  finding: 'metadataOptions.httpTokens: got "optional"',
  reason: "The old agent speaks IMDSv1 only, OPS-12",
  expires: "2027-12-31",
};

interface Case {
  readonly name: string;
  readonly value: unknown;
  readonly problems: readonly string[];
}

const cases: Case[] = [
  { name: "takes an entry that says everything", value: [entry], problems: [] },
  { name: "takes no entry", value: [], problems: [] },
  { name: "wants a list", value: { entry }, problems: ["want a list of exceptions"] },
  {
    name: "wants every field, and names each that is missing",
    value: [{}],
    problems: [
      "[0].policy: got undefined, want the name of a policy of this pack",
      "[0].urn: want the URN of a resource, as pulumi stack --show-urns prints it",
      "[0].finding: want the finding as the message has it, from the property to the semicolon",
      "[0].reason: want at least 20 characters that say why this may pass",
      "[0].expires: want a date such as 2026-12-31",
    ],
  },
  {
    name: "wants a policy of the pack",
    value: [{ ...entry, policy: "require-imds" }],
    problems: ['[0].policy: got "require-imds", want the name of a policy of this pack'],
  },
  {
    name: "wants the whole URN",
    value: [{ ...entry, urn: "legacy" }],
    problems: ["[0].urn: want the URN of a resource, which starts with urn:pulumi:"],
  },
  {
    name: "wants a reason of 20 characters",
    value: ["because it is so old", "because it's so old", ""].map((reason) => ({ ...entry, reason })),
    problems: [1, 2].map(
      (index) => `[${index}].reason: want at least 20 characters that say why this may pass`,
    ),
  },
  {
    name: "wants a date that exists",
    value: [
      { ...entry, expires: "2027-02-30" },
      { ...entry, expires: "never" },
    ],
    problems: ["[0].expires: want a date such as 2026-12-31", "[1].expires: want a date such as 2026-12-31"],
  },
  {
    name: "takes no field that it does not know",
    value: [{ ...entry, resource: "*" }],
    problems: ['[0]: Unrecognized key: "resource"'],
  },
  ...["no-star-star-grants", "no-inline-access-keys"].flatMap((policy): Case[] => [
    {
      name: `takes an exception to ${policy} for 90 days`,
      value: [{ ...entry, policy, expires: "2027-02-22" }],
      problems: [],
    },
    {
      name: `takes none to ${policy} for longer`,
      value: [{ ...entry, policy, expires: "2027-02-23" }],
      problems: [
        `[0].expires: got 2027-02-23, want 2027-02-22 or earlier: an exception to ${policy} lasts 90 days at most`,
      ],
    },
  ]),
];

describe("the exceptions file", () => {
  for (const { name, value, problems } of cases) {
    it(name, () => {
      assert.deepStrictEqual(parseExceptions(value, policies, today).problems, problems);
    });
  }

  it("keeps the valid entries beside the other ones", () => {
    const { entries } = parseExceptions([{}, entry, "text"], policies, today);
    assert.deepStrictEqual(entries, [entry]);
  });
});
