import { statementsOf } from "../../iam/document/readDocument.ts";
import { findIneffective } from "../../iam/effect/findIneffective.ts";

/** The names that elements of a statement have in a stack file. */
const fields = { Action: "actions", Condition: "conditions" } as const;

/** A statement as a stack file has it. */
interface Written {
  readonly effect?: "Allow" | "Deny" | undefined;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: object | undefined;
}

/** What AWS could never apply in a statement, as issues of its schema. An unknown operator is one already. */
export async function ineffectiveIssues({ effect = "Allow", actions, resources, conditions }: Written) {
  const statement = { Effect: effect, Action: actions, Resource: resources, Condition: conditions ?? {} };
  const issues = [];
  for (const read of statementsOf([statement])) {
    for await (const { path, value, does, want } of findIneffective(read)) {
      const [element, ...rest] = path;
      const below = rest.filter((part) => part !== undefined);
      if (element === "Condition" && below.length < 2) continue;
      issues.push({
        code: "custom" as const,
        path: [fields[element], ...below],
        message: "what AWS can match",
        params: { unlessSecret: `got ${value} ${does}, want ${want}` },
      });
    }
  }
  return issues;
}
