import { isDeepStrictEqual } from "node:util";

/** Whether two texts are the same JSON, in whatever order and with whatever white space. */
export function sameJson(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
  } catch {
    return false;
  }
}
