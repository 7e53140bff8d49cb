import type { DeclaredStack } from "../stackFile/declaredStacks.ts";

type Named = Pick<DeclaredStack, "name" | "environments" | "environmentsAreRead">;

/** That values of environments are not in the stack file, and how to add them. */
export function environmentNotes({ name, environments, environmentsAreRead = false }: Named): string[] {
  if (environments.length === 0 || environmentsAreRead) return [];
  return [
    `${name} gets values of the environments ${environments.join(", ")} of Pulumi ESC, which are not in git and are not read: they may set anything. Give them with "pulumi config --json --show-secrets --stack ${name}" and --config.`,
  ];
}
