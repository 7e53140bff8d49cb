import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import type { Resource } from "../crossguard/resource.ts";
import { readDocuments } from "./documents.ts";

/** Every Allow statement in the identity policy documents of a resource. */
export function allowStatements(resource: Resource): PolicyStatement[] {
  return readDocuments(resource)
    .flatMap(({ document }) => document.statements)
    .filter(({ effect }) => effect === "Allow");
}
