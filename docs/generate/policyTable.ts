import type { PackPolicy } from "../../policypack/crossguard/packPolicy.ts";

/** The policies as a table in Markdown, for the README. */
export function policyTable(policies: readonly PackPolicy[]): string {
  const rows = policies.map(({ name, enforcementLevel, description, remediationSteps }) =>
    [`\`${name}\``, enforcementLevel, cell(description), cell(remediationSteps)].join(" | "),
  );
  return ["policy | level | what it wants | how to fix it", "--- | --- | --- | ---", ...rows]
    .map((row) => `| ${row} |`)
    .join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll("*:*", String.raw`\*:\*`);
}
