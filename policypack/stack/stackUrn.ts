import type { StackResource } from "../crossguard/resource.ts";

/** The URN of the stack itself, for findings about no single resource. */
export function stackUrn(stack: readonly StackResource[]): string {
  const own = stack.find(({ type }) => type === "pulumi:pulumi:Stack");
  return own?.urn ?? stack[0]?.urn ?? "";
}
