import { stringify } from "yaml";
import { everything } from "./documents.ts";
import type { PolicyRows, Row, Violation } from "./row.ts";

const name = "migration";
const stack = "table-test";
const resources = [{ type: "aws:iam/policy:Policy", name, inputs: { policy: JSON.stringify(everything) } }];
const refused: Violation = ["no-star-star-grants", "mandatory", name];

const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const entry = {
  policy: "no-star-star-grants",
  urn: `urn:pulumi:test::table::aws:iam/policy:Policy::${name}`,
  finding: 'policy.Statement[0]: got Allow "*" on "*"',
  reason: "The one-time migration of the account, ticket OPS-123",
  expires: day(30),
};
const excepting = (changes: Partial<typeof entry> = {}): Row["settings"] => ({
  exceptions: stringify([{ ...entry, ...changes }]),
});

export const validExceptions: PolicyRows = {
  policy: "valid-exceptions",
  rows: [
    { name: "passes a finding that an exception names", resources, settings: excepting() },
    {
      name: "denies an exception with hardly a reason, which excuses nothing",
      resources,
      settings: excepting({ reason: "OPS-123" }),
      finds: [refused, ["valid-exceptions", "mandatory", stack]],
    },
    {
      name: "denies what an exception named until yesterday",
      resources,
      settings: excepting({ expires: day(-1) }),
      finds: [refused],
    },
  ],
};

export const noUnusedExceptions: PolicyRows = {
  policy: "no-unused-exceptions",
  rows: [
    {
      name: "reports an exception that nothing needs",
      resources,
      settings: excepting({ finding: 'policy.Statement[1]: got Allow "*" on "*"' }),
      finds: [refused, ["no-unused-exceptions", "advisory", stack]],
    },
    {
      name: "says nothing of an exception that is needed on its last day",
      resources,
      settings: excepting({ expires: day(0) }),
    },
  ],
};
