import { actionsCloseTo } from "../../components/access/actions.ts";
import type { CompiledGrant, CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { sampleAction } from "../../iam/catalogue/catalogueActions.ts";
import { waysToMoreRights } from "../../iam/catalogue/waysToMoreRights.ts";
import { operatorOf } from "../../iam/conditions/operators.ts";
import type { Pattern, PolicyStatement } from "../../iam/document/policyStatement.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";
import { permits, sampleOf } from "../../iam/covers/permits.ts";

/** One question to the policy simulator. */
export interface Question {
  /** The configuration that makes it, in words, such as `s3 read dev-shop-pictures`. */
  readonly because: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys and their values. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** A grant in the words of the stack file: service, level, and the resource. */
export function describeGrant({ service, entry }: Pick<CompiledGrant, "service" | "entry">): string {
  const { level, ...resource } = entry[service] as Record<string, string>;
  return [service, level, Object.values(resource).join("/").replaceAll("//", "/")].filter(Boolean).join(" ");
}

/** Condition values that meet a statement's conditions, as far as these compare text. */
function contextOf({ conditions }: PolicyStatement): Question["context"] {
  const met = conditions.flatMap(({ operator: written, key, values }) => {
    const operator = operatorOf(written);
    if (operator === undefined || operator.negated || !/^(?:text|arn)$/.test(operator.type)) return [];
    return [[key, texts(values).map((value) => (operator.wildcards ? sampleOf(value) : value))] as const];
  });
  return Object.fromEntries(met);
}

/** What AWS holds and what a stack file declares is all known. */
const texts = (patterns: readonly Pattern[]) => patterns.filter((pattern) => typeof pattern === "string");

async function questionsOf(because: string, statement: PolicyStatement): Promise<Question[]> {
  const context = contextOf(statement);
  const actions = await Promise.all(texts(statement.actions).map(sampleAction));
  return actions.flatMap((action) =>
    texts(statement.resources).map((resource) => ({
      because,
      action,
      resource: sampleOf(resource),
      context,
    })),
  );
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
): Promise<Question[]> {
  const granted = workload.grants.flatMap((grant) =>
    statementsOf(grant.statements).map((statement) => questionsOf(describeGrant(grant), statement)),
  );
  const raw = statementsOf(workload.rawStatements)
    .filter(({ effect }) => effect === "Allow")
    .map((statement, index) => questionsOf(`statement ${statement.sid ?? index}`, statement));
  const attached = Object.entries(managed).map(async ([arn, [first]]) =>
    first ? (await questionsOf(arn.split("/").pop() ?? arn, first)).slice(0, 1) : [],
  );
  const declared = declaredStatements(workload, managed);
  const questions = (await Promise.all([...granted, ...raw, ...attached])).flat();
  return questions.filter(({ action, resource, context }) => permits(declared, action, resource, context));
}

/** A resource like those that a pattern matches, but under another name: `table/orders` has `table/orders-other`. */
function neighbourOf(pattern: string): string {
  if (pattern === "*") return pattern;
  const [, name = "", separator = "", rest = ""] = /^(.*?)([/:-]?)([*?].*)?$/s.exec(pattern) ?? [];
  return `${name}-other${separator}${sampleOf(rest)}`;
}

/** What a workload does not declare, close to what it does and far from it: each of it has to be denied. */
export function expectedDenied(workload: CompiledWorkload, managed: ManagedStatements): Question[] {
  const declared = declaredStatements(workload, managed);
  const near = workload.grants.flatMap((grant) =>
    statementsOf(grant.statements).flatMap((statement) => {
      const [pattern = "*"] = texts(statement.resources);
      const because = `beside ${describeGrant(grant)}`;
      const context = contextOf(statement);
      return [
        ...actionsCloseTo(grant.entry).map((action) => ({
          because,
          action,
          resource: sampleOf(pattern),
          context,
        })),
        ...texts(statement.actions).map((action) => ({
          because,
          action,
          resource: neighbourOf(pattern),
          context,
        })),
      ];
    }),
  );
  const questions = new Map(
    [...near, ...aboutActions(representatives)].map((question) => [
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
