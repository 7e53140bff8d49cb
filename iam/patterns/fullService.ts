import { isOpenAction } from "./openPatterns.ts";

/** Every action of one service, or of those with some names: `s3:*`, `S3:**`, `s*:*`, but not an open action. */
export function isFullService(pattern: string): boolean {
  return pattern.includes("*") && !isOpenAction(pattern) && /^[^:]+:[*?]*\*[*?]*$/.test(pattern.trim());
}
