import { statementsOf } from "../../iam/document/readDocument.ts";
import { findIneffective } from "../../iam/effect/findIneffective.ts";
import { withSamples } from "../placeholders.ts";

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
export async function ineffectiveIssues({ effect = "Allow", actions, resources, conditions = {} }: Written) {
  const sample = withSamples({ Resource: resources, Condition: conditions });
  const statement = { Effect: effect, Action: actions, ...sample };
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
        params: { unlessSecret: `got ${asWritten(value, conditions)} ${does}, want ${want}` },
      });
    }
  }
  return issues;
}

/** A text that was judged with its placeholders filled, as the stack file has it. */
function asWritten(value: string, written: unknown): string {
  if (typeof written === "string") {
    const sample = withSamples(written);
    return sample === written ? value : value.replace(JSON.stringify(sample), () => JSON.stringify(written));
  }
  if (typeof written !== "object" || written === null) return value;
  return Object.values(written).reduce<string>(asWritten, value);
}
