import type { Resource } from "../crossguard/resource.ts";
import { identityDocuments } from "./identityGrants.ts";
import { type AllowStatement, readDocument } from "../../iam/document/policyDocument.ts";

/** Every Allow statement in the identity policy documents of a resource, with its path. */
export function* allowStatements(resource: Resource): Generator<{ at: string; statement: AllowStatement }> {
  for (const { at, value } of identityDocuments(resource)) {
    for (const reading of readDocument(value, at)) if (reading.kind === "allow") yield reading;
  }
}
