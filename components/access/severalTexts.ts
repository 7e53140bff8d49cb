import { z } from "zod";
import { filledListOf, text } from "../fields.ts";

/** A text or a list of them, for a field whose rows hold once for each. */
export function severalTexts(want: string, pattern: RegExp) {
  const one = text(want, pattern);
  return z.union([one, filledListOf(one, want)], { error: want });
}
