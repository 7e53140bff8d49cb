import type { z } from "zod";
import { problem } from "../fields.ts";

/**
 * Refuses a field of a grant at levels where it does nothing, and asks for it where a level needs it.
 *
 * @param missing - what is wanted where the grant leaves it out; undefined where it may
 */
export function onlyAt(
  grant: { readonly level: string },
  issues: z.core.$RefinementCtx,
  field: string,
  levels: readonly string[],
  missing?: string,
): void {
  const given = Reflect.get(grant, field) !== undefined;
  const here = levels.includes(grant.level);
  if (given && !here) issues.addIssue(problem(`does nothing at level ${grant.level}; remove it`, [field]));
  if (!given && here && missing !== undefined) issues.addIssue(problem(`missing, want ${missing}`, [field]));
}
