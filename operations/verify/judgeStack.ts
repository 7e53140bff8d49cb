import type { Finding } from "./finding.ts";

/** Workloads that stand in the stack file or in the last deployment alone. */
export function unmatched(declared: readonly string[], deployed: readonly string[]): Finding[] {
  const fix = 'run "pulumi up"';
  return [
    ...declared
      .filter((name) => !deployed.includes(name))
      .map((name) => ({ at: `workload ${name}`, got: "declared only", want: "it deployed", fix })),
    ...deployed
      .filter((name) => !declared.includes(name))
      .map((name) => ({ at: `workload ${name}`, got: "deployed only", want: "it declared or gone", fix })),
  ];
}
