import * as z from "zod";
import type { Exception } from "./exception.ts";
import { daysAfter } from "./exceptionText.ts";

/** The rules that keep keys and `*:*` out: an exception to one of them is for a short time only. */
export const shortTermPolicies = ["no-inline-access-keys", "no-star-star-grants"];
const longestShortTermDays = 90;
const shortestReason = 20;

const wantReason = `want at least ${shortestReason} characters that say why this may pass`;

const text = (wanted: string) => z.string({ error: `want ${wanted}` }).min(1, { error: `want ${wanted}` });

const entrySchema = (policies: readonly string[], today: string) =>
  z
    .strictObject({
      policy: z.enum(policies, {
        error: ({ input }) => `got ${JSON.stringify(input)}, want the name of a policy of this pack`,
      }),
      urn: text("the URN of a resource, as pulumi stack --show-urns prints it").startsWith("urn:pulumi:", {
        error: "want the URN of a resource, which starts with urn:pulumi:",
      }),
      finding: text("the finding as the message has it, from the property to the semicolon"),
      reason: z.string({ error: wantReason }).min(shortestReason, { error: wantReason }),
      expires: z.iso.date({ error: "want a date such as 2026-12-31" }),
    })
    .superRefine(({ policy, expires }, context) => {
      const last = daysAfter(today, longestShortTermDays);
      if (!shortTermPolicies.includes(policy) || expires <= last) return;
      context.addIssue({
        code: "custom",
        path: ["expires"],
        message: `got ${expires}, want ${last} or earlier: an exception to ${policy} lasts ${longestShortTermDays} days at most`,
      });
    });

/**
 * Reads the list of exceptions.
 *
 * @param value The file's content as plain data.
 * @param policies The names that the pack has.
 * @param today As `2026-12-31`.
 * @returns The valid entries, and what is wrong with the other ones, each named by its place in the list.
 */
export function parseExceptions(
  value: unknown,
  policies: readonly string[],
  today: string,
): { entries: Exception[]; problems: string[] } {
  if (!Array.isArray(value)) return { entries: [], problems: ["want a list of exceptions"] };
  const schema = entrySchema(policies, today);
  const entries: Exception[] = [];
  const problems: string[] = [];
  for (const [index, item] of value.entries()) {
    const result = schema.safeParse(item);
    if (result.success) entries.push(result.data);
    else {
      for (const issue of result.error.issues) {
        problems.push(`[${index}]${issue.path.map((key) => `.${String(key)}`).join("")}: ${issue.message}`);
      }
    }
  }
  return { entries, problems };
}
