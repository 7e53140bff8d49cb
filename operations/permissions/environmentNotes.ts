import type { DeclaredStack } from "../stackFile/declaredStacks.ts";

/** That values of environments are not in the stack file, and how to add them. */
export function environmentNotes({
  name,
  environments,
}: Pick<DeclaredStack, "name" | "environments">): string[] {
  if (environments.length === 0) return [];
  const list = environments.join(", ");
  return [
    `${name} gets values of the environments ${list} of Pulumi ESC, which are not in git and are not read: they may set anything.`,
  ];
}
