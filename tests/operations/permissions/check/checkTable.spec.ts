import assert from "node:assert/strict";
import { checkTable } from "../../../../operations/permissions/check/checkTable.ts";
import type { CheckFinding } from "../../../../operations/permissions/check/finding.ts";

const finding: CheckFinding = {
  rule: "stack-configuration",
  verdict: "refused",
  stack: "dev",
  file: "Pulumi.dev.yaml",
  place: { line: 57, column: 11 },
  path: "workloads.api.access[0].qldb",
  message:
    "workloads.api.access[0].qldb: unknown key; such as\n  statements:\n    - actions: [qldb:GetBlock]",
};

describe("the table of permissions check", () => {
  it("shows further lines of a finding below, as they are", () => {
    const text = checkTable(
      { stacks: [{ name: "dev", file: "Pulumi.dev.yaml", workloads: [], rules: [] }], findings: [finding] },
      false,
      "2026-11-29",
    );
    assert.match(text, /unknown key; such as +│\n[^\n]*│ \(below\) +│\n/);
    assert.equal(
      text.slice(text.indexOf("┘") + 1),
      `
\nPulumi.dev.yaml:57:11 workloads.api.access[0].qldb
  statements:
    - actions: [qldb:GetBlock]
1 refused in Pulumi.dev.yaml.
`,
    );
  });
});
