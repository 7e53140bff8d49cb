import { SECRET_NAME } from "../../components/config/stackFile/secret.ts";
import type { Change } from "../../iam/diff/index.ts";
import type { Statement } from "../../iam/statement.ts";

/**
 * Statements in which a text with the name of a secret is a policy variable: it stands for nobody knows what, also for a whole ARN
 * with wildcards, and so only `*` takes it in.
 */
export function withOpaqueSecrets(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement) => {
    if (!SECRET_NAME.test(JSON.stringify([statement.Resource, statement.Condition]))) return statement;
    return {
      ...statement,
      Resource: statement.Resource.map(opaque),
      ...(statement.Condition && { Condition: opaqueValues(statement.Condition) }),
    };
  });
}

const opaque = (text: string) => (SECRET_NAME.test(text) ? `\${${text.replace(/[{}]/g, "")}}` : text);

type Conditions = NonNullable<Statement["Condition"]>;

function opaqueValues(conditions: Conditions): Conditions {
  return Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, values.map(opaque)])),
    ]),
  );
}

/** Changes of such statements, with the names as they are written. */
export function withPlainNames(changes: readonly Change[]): readonly Change[] {
  const text = JSON.stringify(changes);
  if (!SECRET_NAME.test(text)) return changes;
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === "string" ? value.replace(WRAPPED, "$1") : value,
  ) as Change[];
}

const WRAPPED = /\$\{([^{}]*secret-[0-9a-f]{10}[^{}]*)\}/g;
