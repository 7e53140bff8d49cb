import { ContextKeyTypeEnum, SimulateCustomPolicyCommand, type IAMClient } from "@aws-sdk/client-iam";
import type { Statement } from "../../../iam/statement.ts";
import type { Asked } from "./strictAws.ts";

/** Whether a policy of some statements would have let a request through, by the evaluator that served it. */
export async function allows(
  iam: IAMClient,
  statements: readonly Statement[],
  { action, resource, context }: Asked,
): Promise<boolean> {
  const ContextEntries = Object.entries(context).map(([ContextKeyName, value]) => ({
    ContextKeyName,
    ContextKeyValues: [value].flat(),
    ContextKeyType: Array.isArray(value) ? ContextKeyTypeEnum.STRING_LIST : ContextKeyTypeEnum.STRING,
  }));
  const { EvaluationResults: [result] = [] } = await iam.send(
    new SimulateCustomPolicyCommand({
      PolicyInputList: [JSON.stringify({ Version: "2012-10-17", Statement: statements })],
      ActionNames: [action],
      ResourceArns: [resource],
      ContextEntries,
    }),
  );
  return result?.EvalDecision === "allowed";
}

/** The first request that needs a statement: it was served, and is denied by all the others together. */
export async function firstThatNeeds(
  iam: IAMClient,
  all: readonly Statement[],
  statement: Statement,
  asked: readonly Asked[],
): Promise<string | undefined> {
  const others = all.filter((other) => other !== statement);
  const candidates = new Map(
    asked
      .filter(({ allowed, action }) => allowed && statement.Action.includes(action))
      .map((one) => [`${one.action} on ${one.resource}`, one]),
  );
  for (const [name, one] of candidates)
    if ((await allows(iam, all, one)) && !(await allows(iam, others, one))) return name;
  return undefined;
}
