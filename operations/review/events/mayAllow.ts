import type { Call } from "../../cloudTrail/call.ts";
import { permits } from "../../../iam/covers/permits.ts";
import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import { resourcesMeet } from "../../../iam/effect/resourcesMeet.ts";

/** Whether statements allow a call, or may do so where the events tell its resource only in part. */
export function mayAllow(statements: readonly PolicyStatement[], call: Call): boolean {
  const { action, resource, context } = call;
  if (!/[*?]/.test(resource)) return permits(statements, action, resource, context);
  return statements.some((statement) => {
    const named = statement.resources.some(
      (pattern) => typeof pattern === "string" && resourcesMeet(pattern, resource),
    );
    const onAny = { ...statement, resources: ["*"], notResources: [] };
    return (named || statement.notResources.length > 0) && permits([onAny], action, "*", context);
  });
}
