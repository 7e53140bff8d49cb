import { statementsOf } from "../../iam/document/readDocument.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import type { Resource } from "../crossguard/resource.ts";
import { identityDocuments } from "./identityGrants.ts";

/** Every Allow statement in the identity policy documents of a resource. */
export function allowStatements(resource: Resource): PolicyStatement[] {
  return identityDocuments(resource)
    .flatMap(({ at, value }) => statementsOf(value, at))
    .filter(({ effect }) => effect === "Allow");
}
