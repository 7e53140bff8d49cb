import { withPlaceholders } from "../../components/placeholders.ts";
import type { Target } from "../../iam/arn.ts";

/** Where the stack is deployed, and what its names carry. */
export interface NamingTarget extends Target {
  /** Such as `dev`. @default - no name carries it */
  readonly environment?: string;
}

/** A value in whose texts the stack's account, region and environment are placeholders, where they are words of their own. */
export function withStackNames<Value>(value: Value, target: NamingTarget): Value {
  const named = (part: unknown): unknown => {
    if (typeof part === "string") return namedText(part, target);
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(named);
    return Object.fromEntries(Object.entries(part).map(([key, inside]) => [key, named(inside)]));
  };
  // What takes the place of a text is a text again, so that the type stays.
  return named(value) as Value;
}

function namedText(text: string, { account, region, environment }: NamingTarget): string {
  const places = text.replace(asWord(account), "{account}").replace(asWord(region), "{region}");
  if (environment === undefined) return places;
  // Of an ARN, only what follows the account is a name.
  const [, start = "", name = ""] = /^(arn:(?:[^:]*:){4})?(.*)$/s.exec(places) ?? [];
  return start + name.replace(asWord(environment), "{environment}");
}

const asWord = (word: string) =>
  new RegExp(`(?<![A-Za-z0-9{])${word.replace(/[^A-Za-z0-9]/g, "\\$&")}(?![A-Za-z0-9}])`, "g");

/** The same value as it is deployed. */
export function asDeployed<Value>(value: Value, target: NamingTarget): Value {
  return withPlaceholders(value, { environment: "", stack: "", ...target });
}
