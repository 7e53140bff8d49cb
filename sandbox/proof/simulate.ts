import { SimulatePrincipalPolicyCommand, type ContextEntry, type IAMClient } from "@aws-sdk/client-iam";
import type { Question } from "./expectations";

export type Verdict = "allowed" | "denied";

export interface Answer extends Question {
  readonly verdict: Verdict;
}

function contextEntries(context: Question["context"]): ContextEntry[] {
  return Object.entries(context).map(([ContextKeyName, ContextKeyValues]) => ({
    ContextKeyName,
    ContextKeyValues: [...ContextKeyValues],
    ContextKeyType: /ResourceAliases|TagKeys/i.test(ContextKeyName) ? "stringList" : "string",
  }));
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

/** Asks IAM what a role may do. */
export async function simulate(
  iam: IAMClient,
  roleArn: string,
  questions: readonly Question[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const group of grouped(questions)) {
    const [{ resource, context } = { resource: "*", context: {} }] = group;
    const response = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: roleArn,
        ActionNames: [...new Set(group.map(({ action }) => action))],
        ResourceArns: [resource],
        ContextEntries: contextEntries(context),
      }),
    );
    const allowed = new Set(
      (response.EvaluationResults ?? [])
        .filter((r) => r.EvalDecision === "allowed")
        .map((r) => r.EvalActionName),
    );
    answers.push(
      ...group.map((question): Answer => ({
        ...question,
        verdict: allowed.has(question.action) ? "allowed" : "denied",
      })),
    );
  }
  return answers;
}
