import { stringify } from "yaml";

/** What an exception is about. */
export interface ExcusedFinding {
  readonly policy: string;
  readonly urn: string;
  readonly finding: string;
}

const days = 30;

/**
 * An entry of `policypack/exceptions.yaml` as YAML, ready to paste. The reason is left to whoever pastes it: the pack refuses the entry
 * until somebody wrote one.
 *
 * @param today As `2026-12-31`; the entry ends a month later.
 */
export function exceptionBlock(finding: ExcusedFinding, today: string): string {
  const expires = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  return entryText({ ...finding, reason: "", expires }).replace(
    /reason: ""/,
    "$& # why this may pass, in at least 20 characters",
  );
}

/** An entry as the item of a list, each field on a line of its own. */
export function entryText({
  policy,
  urn,
  finding,
  reason,
  expires,
}: ExcusedFinding & { readonly reason: string; readonly expires: string }): string {
  return stringify([{ policy, urn, finding, reason, expires }], { lineWidth: 0 });
}
