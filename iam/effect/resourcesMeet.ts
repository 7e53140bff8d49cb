import { arnParts, completeArn } from "../patterns/arnParts.ts";
import { isPattern } from "../patterns/patternCovers.ts";
import { asForm, patternsMeet } from "./patternsMeet.ts";

/** Whether some resource may be one of both patterns. ARNs are compared part by part, so that a star stays in its part. */
export function resourcesMeet(one: string, other: string): boolean {
  if (one === "*" || other === "*" || one === other) return true;
  const [parts, others] = [arnParts(completeArn(one)), arnParts(completeArn(other))];
  if (parts.length < 6 || others.length < 6) return patternsMeet(asForm(one), other);
  return parts.every((part, index) => partsMeet(part, others[index] ?? ""));
}

/** Most parts of ARNs are the same text on both sides, or a text that is not. */
function partsMeet(one: string, other: string): boolean {
  if (!isPattern(one) && !isPattern(other)) return one.toLowerCase() === other.toLowerCase();
  return patternsMeet(asForm(one), other);
}
