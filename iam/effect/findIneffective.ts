import type { PolicyStatement } from "../document/policyStatement.ts";
import { foreignKeys } from "./foreignKeys.ts";
import { incomparableValues } from "./incomparableValues.ts";
import type { Ineffective } from "./ineffective.ts";
import { unreachedResources } from "./unreachedResources.ts";

/** What keeps a statement of an identity policy from ever doing what it says, as far as AWS's own catalogue tells. */
export async function* findIneffective(statement: PolicyStatement): AsyncGenerator<Ineffective> {
  yield* unreachedResources(statement);
  yield* foreignKeys(statement);
  yield* incomparableValues(statement);
}
