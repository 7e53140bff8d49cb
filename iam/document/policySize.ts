import { unknownParts } from "./unknownParts.ts";

/**
 * The characters of a policy document as IAM counts them, without white space; undefined where it cannot be counted
 * because a part is unknown at preview.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export function policySize(document: unknown): number | undefined {
  if (document === undefined || document === null) return 0;
  if (unknownParts(document, "").next().done === false) return undefined;
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return text.replace(/\s/g, "").length;
}
