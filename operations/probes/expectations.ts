import { actionsCloseTo } from "../../components/access/actions.ts";
import type { CompiledGrant, CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { waysToMoreRights } from "../../iam/catalogue/waysToMoreRights.ts";
import type { Target } from "../../iam/arn.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";
import { forbids, permits } from "../../iam/covers/permits.ts";
import { questionsAbout, questionsOf, texts, type Question } from "./questions.ts";

/** A grant in the words of the stack file: service, level, and the resource. */
export function describeGrant({ service, entry }: Pick<CompiledGrant, "service" | "entry">): string {
  const { level, ...resource } = entry[service] as Record<string, string>;
  return [service, level, Object.values(resource).join("/").replaceAll("//", "/")].filter(Boolean).join(" ");
}

/** Statements of managed policies by ARN, as AWS holds them. */
export type ManagedStatements = Readonly<Record<string, readonly PolicyStatement[]>>;

/** Everything that a workload is granted and denied: by its own statements, and by managed policies. */
export function declaredStatements(
  { statements }: Pick<CompiledWorkload, "statements">,
  managed: ManagedStatements,
): PolicyStatement[] {
  return [...statementsOf(statements), ...Object.values(managed).flat()];
}

/** What a workload declares and does not deny, and one right of each managed policy: each of it has to be allowed. */
export async function expectedAllowed(
  workload: CompiledWorkload,
  managed: ManagedStatements,
  target: Target,
): Promise<Question[]> {
  const granted = workload.grants.flatMap((grant) =>
    statementsOf(grant.statements).map((statement) => questionsOf(describeGrant(grant), statement, target)),
  );
  const raw = statementsOf(workload.rawStatements)
    .filter(({ effect }) => effect === "Allow")
    .map((statement, index) => questionsOf(`statement ${statement.sid ?? index}`, statement, target));
  const attached = Object.entries(managed).map(async ([arn, statements]) => {
    const first = statements.find(({ effect }) => effect === "Allow");
    return first ? (await questionsOf(arn.split("/").pop() ?? arn, first, target)).slice(0, 1) : [];
  });
  const declared = declaredStatements(workload, managed);
  const questions = (await Promise.all([...granted, ...raw, ...attached])).flat();
  return questions.filter(({ action, resource, context }) => !forbids(declared, action, resource, context));
}

/** A resource like those that a pattern matches, but under another name: `table/orders` has `table/orders-other`. */
function neighbourOf(pattern: string): string {
  if (pattern === "*") return pattern;
  const [, name = "", separator = "", rest = ""] = /^(.*?)([/:-]?)([*?].*)?$/s.exec(pattern) ?? [];
  return `${name}-other${separator}${rest}`;
}

/** What a workload does not declare, close to what it does and far from it: each of it has to be denied. */
export async function expectedDenied(
  workload: CompiledWorkload,
  managed: ManagedStatements,
  target: Target,
): Promise<Question[]> {
  const declared = declaredStatements(workload, managed);
  const near = workload.grants.flatMap((grant) => {
    const because = `beside ${describeGrant(grant)}`;
    return statementsOf(grant.statements).flatMap((statement) => {
      const resources = texts(statement.resources);
      const others = resources.slice(0, 1).map(neighbourOf);
      return [
        ...actionsCloseTo(grant.entry).map((action) =>
          questionsAbout(because, action, statement, resources, target),
        ),
        ...texts(statement.actions).map((action) =>
          questionsAbout(because, action, statement, others, target),
        ),
      ];
    });
  });
  const questions = new Map(
    [...(await Promise.all(near)).flat(), ...aboutActions(representatives)].map((question) => [
      `${question.action} ${question.resource}`,
      question,
    ]),
  );
  return [...questions.values()].filter(({ action, resource }) => !permits(declared, action, resource));
}

const representatives = waysToMoreRights
  .filter(({ representative }) => representative)
  .map(({ action }) => action);

const aboutActions = (actions: readonly string[]): Question[] =>
  actions.map((action) => ({ because: "never declared", action, resource: "*", context: {} }));

/** Ways to more rights that a workload does not declare: each of them has to be denied. */
export function undeclared(workload: CompiledWorkload, managed: ManagedStatements): Question[] {
  const declared = declaredStatements(workload, managed);
  return aboutActions(waysToMoreRights.map(({ action }) => action)).filter(
    ({ action, resource }) => !permits(declared, action, resource),
  );
}
