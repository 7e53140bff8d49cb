import type { z } from "zod";
import { problem } from "../fields.ts";

/**
 * The `refine` of a service whose words want different fields: those that each word wants, and with `?` at the end those
 * that it takes. Any other of the fields would do nothing at that word; a word that is left out takes none of them.
 */
export function fieldsByLevel(wanted: Readonly<Record<string, readonly string[]>>) {
  const names = [...new Set(Object.values(wanted).flat().map(bare))];
  return (grant: { readonly level: string }, issues: z.core.$RefinementCtx) => {
    const fields = wanted[grant.level] ?? [];
    for (const name of names) {
      const said = Reflect.get(grant, name) !== undefined;
      if (!said && fields.includes(name)) {
        issues.addIssue(problem(`missing, want it at level ${grant.level}`, [name]));
      }
      if (said && !fields.map(bare).includes(name)) {
        issues.addIssue(problem(`does nothing at level ${grant.level}; remove it`, [name]));
      }
    }
  };
}

function bare(name: string): string {
  return name.replace(/\?$/, "");
}
