import type { Pattern } from "../document/policyStatement.ts";
import { arnCovers, textCovers } from "../patterns/patternCovers.ts";
import { addressCovers } from "./addressCovers.ts";
import type { WrittenOperator } from "./operators.ts";

/**
 * Whether a value under one operator is met by all that meets another value under another operator of the same type, both without
 * `Not`. False where that is not sure; two unknown values may differ.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function valueCovers(
  to: WrittenOperator,
  wide: Pattern,
  from: WrittenOperator,
  narrow: Pattern,
): boolean {
  if (typeof wide !== "string" || typeof narrow !== "string") return false;
  if (wide === narrow && to.name === from.name) return true;
  switch (to.type) {
    case "text":
      return textValueCovers(to, wide, from, narrow);
    case "arn":
      return arnCovers(wide, narrow);
    case "number":
      return rangeCovers(rangeOf(to.name, numberOf(wide)), rangeOf(from.name, numberOf(narrow)));
    case "date":
      return rangeCovers(rangeOf(to.name, timeOf(wide)), rangeOf(from.name, timeOf(narrow)));
    case "boolean":
      return wide.toLowerCase() === narrow.toLowerCase();
    case "address":
      return addressCovers(wide, narrow);
    case "binary":
    case "presence":
      return false;
  }
}

function textValueCovers(to: WrittenOperator, wide: string, from: WrittenOperator, narrow: string): boolean {
  const [pattern, other] = [asPattern(to, wide), asPattern(from, narrow)];
  if (to.ignoresCase) return textCovers(pattern.toLowerCase(), other.toLowerCase());
  // What is compared without case stands for every spelling of its letters, and those of a variable nobody knows.
  const isAnyCase =
    from.ignoresCase && (narrow.includes("${") || narrow.toLowerCase() !== narrow.toUpperCase());
  return isAnyCase ? /^\*+$/.test(pattern) : textCovers(pattern, other);
}

/** A text as `StringLike` would have to write it. */
function asPattern({ wildcards }: WrittenOperator, text: string): string {
  if (wildcards) return text;
  return text.replace(/\$\{[^}]*\}|[*?]/g, (token) => (token.length > 1 ? token : `\${${token}}`));
}

/** All numbers between two, of which each may be among them or not. */
interface Range {
  readonly from: number;
  readonly hasFrom: boolean;
  readonly to: number;
  readonly hasTo: boolean;
}

/** The numbers that an operator takes beside a limit; undefined where the limit is none. */
function rangeOf(operator: string, limit: number): Range | undefined {
  if (Number.isNaN(limit)) return undefined;
  const [from, to] = [-Infinity, Infinity];
  const hasLimit = operator.endsWith("Equals");
  if (operator.includes("LessThan")) return { from, hasFrom: false, to: limit, hasTo: hasLimit };
  if (operator.includes("GreaterThan")) return { from: limit, hasFrom: hasLimit, to, hasTo: false };
  return { from: limit, hasFrom: true, to: limit, hasTo: true };
}

function rangeCovers(wide: Range | undefined, narrow: Range | undefined): boolean {
  if (wide === undefined || narrow === undefined) return false;
  return (
    (wide.from < narrow.from || (wide.from === narrow.from && (wide.hasFrom || !narrow.hasFrom))) &&
    (wide.to > narrow.to || (wide.to === narrow.to && (wide.hasTo || !narrow.hasTo)))
  );
}

const numberOf = (text: string) =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;

/** Milliseconds since 1970, from seconds or from a date of which the zone is known. */
function timeOf(text: string): number {
  if (/^-?\d{5,}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const isWhole = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/i.test(text);
  return isWhole ? Date.parse(text.toUpperCase()) : NaN;
}
