import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { parseArn } from "../../../iam/arn.ts";
import { policyNameOf } from "../../../components/permissions/managedPolicies.ts";
import type { ManagedStatements } from "../../probes/expectations.ts";
import { actionsOf, allowedActions } from "../grantedActions.ts";
import type { ReviewedAction } from "../review.ts";
import type { Judge } from "../usage/usage.ts";
import { nothing, type Planned, remark } from "./planned.ts";
import { actionsThatAre, byEvents, counted, latest, unusedSince } from "./words.ts";

/** What could be smaller in `managedPolicies`: whole policies, and a remark on one that is used in part. */
export async function managedPolicyProposals(
  { name, managedPolicyArns }: Pick<CompiledWorkload, "name" | "managedPolicyArns">,
  managed: ManagedStatements,
  judge: Judge,
): Promise<Planned[]> {
  const planned = managedPolicyArns.map(async (arn, index) => {
    const at = `workloads.${name}.managedPolicies[${index}]`;
    const statements = (managed[arn] ?? []).filter(({ effect }) => effect === "Allow");
    // What NotAction leaves is too much to say of any action that it is all there is.
    if (statements.length === 0 || statements.some(({ actions }) => actions.length === 0)) return [];
    const found = await Promise.all(
      allowedActions(statements).map((pattern) => actionsOf(pattern, judge.namespaces)),
    );
    const within = judge.within(statements);
    return ofPolicy(at, arn, index, [...new Set(found.flat())].map(within.ofAction), judge.since);
  });
  return (await Promise.all(planned)).flat();
}

function ofPolicy(
  at: string,
  arn: string,
  index: number,
  actions: readonly ReviewedAction[],
  since: string,
): Planned[] {
  const name = policyNameOf(arn);
  const unused = actionsThatAre("unused", actions);
  const lastUsed = latest(actions.map((action) => action.lastUsed));
  if (unused.length === 0) return [];
  if (unused.length === actions.length) {
    const because = unusedSince(namespacesOf(unused), since, [lastUsed]) + byEvents(actions);
    return [
      {
        proposal: { at, got: name, want: nothing, because },
        edits: [{ path: ["managedPolicies", index], values: [] }],
      },
    ];
  }
  const services = namespacesOf(unused).filter(
    (service) => !namespacesOf(actions.filter(({ use }) => use !== "unused").map(nameOf)).includes(service),
  );
  const found = [
    ...(services.length > 0 ? [unusedSince(services, since, [])] : []),
    `${unused.length} of its ${counted(actions.length, "action")} ${unused.length === 1 ? "was" : "were"} not used`,
  ].join("; ");
  return [remark(at, name, `${found}; ${howToNarrow(arn)}`)];
}

/** AWS owns its policies, and nobody else can change them. */
function howToNarrow(arn: string): string {
  return parseArn(arn)?.account === "aws"
    ? "an AWS-managed policy cannot be narrowed, but statements with what is used could take its place"
    : "the policy is declared elsewhere and can be narrowed there";
}

const nameOf = ({ action }: ReviewedAction) => action;

const namespacesOf = (actions: readonly string[]) =>
  [...new Set(actions.map((action) => action.split(":")[0] ?? action))].sort();
