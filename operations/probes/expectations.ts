import { actionsCloseTo } from "../../components/access/actions.ts";
import type { CompiledGrant, CompiledWorkload } from "../../components/config/compileStack.ts";
import type { Statement } from "../../iam/statement.ts";
import { dangerous } from "./dangerous.ts";
import { permits, sampleAction, sampleOf } from "../../iam/patterns/iamPattern.ts";

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
function contextOf({ Condition = {} }: Statement): Question["context"] {
  const keys = Object.entries(Condition).filter(([operator]) =>
    /String(Equals|Like)|ArnLike|ArnEquals/.test(operator),
  );
  return Object.fromEntries(
    keys.flatMap(([, values]) => Object.entries(values).map(([key, texts]) => [key, texts.map(sampleOf)])),
  );
}

async function questionsOf(because: string, statement: Statement): Promise<Question[]> {
  const context = contextOf(statement);
  const actions = await Promise.all(statement.Action.map(sampleAction));
  return actions.flatMap((action) =>
    statement.Resource.map((resource) => ({ because, action, resource: sampleOf(resource), context })),
  );
}

/** Statements of managed policies by ARN, as AWS holds them. */
export type ManagedStatements = Readonly<Record<string, readonly Statement[]>>;

/** What a workload declares and does not deny, and one right of each managed policy: each of it has to be allowed. */
export async function expectedAllowed(
  workload: CompiledWorkload,
  managed: ManagedStatements,
): Promise<Question[]> {
  const granted = workload.grants.flatMap((grant) =>
    grant.statements.map((statement) => questionsOf(describeGrant(grant), statement)),
  );
  const raw = workload.rawStatements
    .filter(({ Effect }) => Effect === "Allow")
    .map((statement, index) => questionsOf(`statement ${statement.Sid ?? index}`, statement));
  const attached = Object.entries(managed).map(async ([arn, [first]]) =>
    first ? (await questionsOf(arn.split("/").pop() ?? arn, first)).slice(0, 1) : [],
  );
  const declared = [...workload.statements, ...Object.values(managed).flat()];
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
  const declared = [...workload.statements, ...Object.values(managed).flat()];
  const near = workload.grants.flatMap((grant) =>
    grant.statements.flatMap((statement) => {
      const [pattern = "*"] = statement.Resource;
      const because = `beside ${describeGrant(grant)}`;
      const context = contextOf(statement);
      return [
        ...actionsCloseTo(grant.entry).map((action) => ({
          because,
          action,
          resource: sampleOf(pattern),
          context,
        })),
        ...statement.Action.map((action) => ({ because, action, resource: neighbourOf(pattern), context })),
      ];
    }),
  );
  const questions = new Map(
    [...near, ...aboutActions(dangerous)].map((question) => [
      `${question.action} ${question.resource}`,
      question,
    ]),
  );
  return [...questions.values()].filter(({ action, resource }) => !permits(declared, action, resource));
}

const aboutActions = (actions: readonly string[]): Question[] =>
  actions.map((action) => ({ because: "never declared", action, resource: "*", context: {} }));

/** Actions on everything that a workload does not declare: each of them has to be denied. */
export function undeclared(
  workload: CompiledWorkload,
  managed: ManagedStatements,
  actions: readonly string[],
): Question[] {
  const declared = [...workload.statements, ...Object.values(managed).flat()];
  return aboutActions(actions).filter(({ action, resource }) => !permits(declared, action, resource));
}
