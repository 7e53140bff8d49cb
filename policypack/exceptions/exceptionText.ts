import type { Exception } from "./exception.ts";

const days = 30;

/**
 * The entry of `exceptions.yaml` that would excuse a finding, ready to paste. The reason is left to whoever pastes it: the pack takes no
 * entry without one.
 *
 * @param today As `2026-12-31`; the entry ends a month later.
 */
export function offeredException(
  finding: Pick<Exception, "policy" | "urn" | "finding">,
  today: string,
): string {
  return exceptionText({ ...finding, reason: "", expires: daysAfter(today, days) }).replace(
    /^( {2}reason: )''$/m,
    "$1'' # why this may pass, in at least 20 characters",
  );
}

/** An entry as the item of a YAML list, each field on a line of its own. */
export function exceptionText({ policy, urn, finding, reason, expires }: Exception): string {
  return [
    `- policy: ${policy}`,
    `  urn: ${/^[^\s#'"]+$/.test(urn) ? urn : quoted(urn)}`,
    `  finding: ${quoted(finding)}`,
    `  reason: ${quoted(reason)}`,
    `  expires: ${expires}`,
    "",
  ].join("\n");
}

/** A text in the quotes of YAML; those of JSON are among them, for what would not stay on its line. */
function quoted(text: string): string {
  // eslint-disable-next-line no-control-regex
  return /[\0-\x1F\x7F-\x9F\u2028\u2029]/.test(text)
    ? JSON.stringify(text)
    : `'${text.replaceAll("'", "''")}'`;
}

/** The date some days after another, both as `2026-12-31`. */
export function daysAfter(date: string, count: number): string {
  return new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Today in UTC, as `2026-12-31`. */
export const dateOfToday = (): string => new Date().toISOString().slice(0, 10);

/** What stands between the message of a finding and the exception that it offers. */
const offer = "\nTo let it pass for a time, add this to exceptions.yaml of the pack and say why:\n";

/** A message with the exception that would excuse its finding. */
export const withOffer = (message: string, exception: string): string => `${message}${offer}${exception}`;

/** The message alone, for who has one line for it. */
export const withoutOffer = (message: string): string => message.split(offer)[0] ?? "";
