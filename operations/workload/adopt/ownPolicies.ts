import type { Statement } from "../../../iam/statement.ts";
import type { ExistingPolicy, ExistingRole } from "./existingRole.ts";
import { plainDocument } from "./plainStatements.ts";

/** Policies that are the role's own become words and statements; others, and what no stack file can say, stay policies. */
export async function sortedPolicies(role: ExistingRole) {
  const statements: Statement[] = [];
  const kept: string[] = [];
  const [notes, problems]: [string[], string[]] = [[], []];
  for (const policy of role.policies) {
    if (policy.kind === "AWS managed") {
      kept.push(policy.arn);
      continue;
    }
    if (policy.kind === "customer managed" && policy.isShared) {
      kept.push(policy.arn);
      notes.push(`${policy.arn} stays a policy of its own: others have it too.`);
      continue;
    }
    const plain = await plainDocument(policy.document);
    if (plain.problems.length === 0) statements.push(...plain.statements);
    else if (policy.kind === "inline") problems.push(inlineProblem(role, policy, plain.problems));
    else {
      kept.push(policy.arn);
      notes.push(
        `${policy.arn} stays a policy of its own, for no statement can say it: ${plain.problems.join("; ")}.`,
      );
    }
  }
  return { statements, kept, notes, problems };
}

function inlineProblem(
  { name }: ExistingRole,
  policy: Extract<ExistingPolicy, { kind: "inline" }>,
  problems: readonly string[],
): string {
  return `the inline policy ${policy.name} of ${name} says what no statement of a stack file can say: ${problems.join("; ")}. Make a managed policy of it (aws iam create-policy), attach that to ${name} in its place, and run this again: it stays a policy of its own`;
}
