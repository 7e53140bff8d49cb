import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";
import { catalogueActions } from "../../iam/catalogue/catalogueActions.ts";
import { matches } from "../../iam/patterns/wildcards.ts";
import type { ManagedStatements } from "../probes/expectations.ts";

/** Every action that Allow statements name, as they write it. */
export function allowedActions(statements: readonly PolicyStatement[]): string[] {
  return statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ actions }) => actions.filter((action) => typeof action === "string"));
}

/** Everything that a workload is granted: by `access`, by `statements`, and by managed policies as AWS holds them. */
export function grantedPatterns(workload: CompiledWorkload, managed: ManagedStatements): string[] {
  return allowedActions([
    ...statementsOf([...workload.grants.flatMap(({ statements }) => statements), ...workload.rawStatements]),
    ...workload.managedPolicyArns.flatMap((arn) => managed[arn] ?? []),
  ]);
}

/**
 * The actions of IAM's catalogue that a pattern matches, such as `s3:GetObject`; the pattern itself where there are none.
 *
 * @param namespaces The services that a pattern may mean that leaves the service open, such as `*`.
 */
export async function actionsOf(pattern: string, namespaces: readonly string[]): Promise<string[]> {
  const [service = "", name = "*"] = pattern.toLowerCase().split(":");
  const services = /[*?]/.test(service)
    ? namespaces.filter((namespace) => matches(service, namespace))
    : [service];
  const found = await Promise.all(
    services.map(async (namespace) =>
      (await catalogueActions(namespace, name)).map((action) => `${namespace}:${action}`),
    ),
  );
  const actions = found.flat();
  return actions.length === 0 ? [pattern] : actions;
}
