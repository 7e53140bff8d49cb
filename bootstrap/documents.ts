import {
  documentCharacters,
  MAX_DOCUMENT_CHARACTERS,
  policyDocuments,
} from "../components/permissions/policyDocuments.ts";
import { boundaryStatements, type BoundaryChoice } from "../components/permissions/workloadBoundary.ts";
import type { Statement } from "../iam/statement.ts";
import { ec2Statements, iamStatements } from "./deployStatements.ts";
import {
  describeStatements,
  profileStatements,
  refreshStatements,
  reviewStatements,
  verifyStatements,
} from "./observeStatements.ts";
import type { StackPlace } from "./place.ts";
import { stateStatements, type StateStore } from "./stateStatements.ts";

/** Everything that deploying and verifying one stack takes. */
export function deployStatements(place: StackPlace, boundaryArn: string, store: StateStore): Statement[] {
  return [
    ...iamStatements(place, boundaryArn),
    ...ec2Statements(place),
    ...describeStatements(place),
    ...verifyStatements(place),
    ...stateStatements(store, place, "write"),
  ];
}

/** Everything that a preview of one stack takes. It runs the code of a pull request, so that it is no more than that. */
export function previewStatements(place: StackPlace, store: StateStore): Statement[] {
  return [
    ...describeStatements(place),
    ...refreshStatements(place),
    ...profileStatements(place),
    ...stateStatements(store, place, "read"),
  ];
}

/** Everything that verifying and reviewing one stack takes. */
export function observeStatements(place: StackPlace, store: StateStore): Statement[] {
  return [
    ...describeStatements(place),
    ...reviewStatements(place),
    ...profileStatements(place),
    ...verifyStatements(place),
    ...stateStatements(store, place, "read"),
  ];
}

/**
 * Statements as policy documents within IAM's limit.
 *
 * @throws Error where one statement alone exceeds it, as the boundary with hundreds of actions.
 */
export function documentsOf(statements: readonly Statement[]): readonly string[] {
  const { documents, tooLong } = policyDocuments(statements);
  if (tooLong.length > 0)
    throw new Error(
      `${tooLong.map(({ statement, characters }) => `statement ${statement.Sid ?? "without Sid"}: got ${characters} characters`).join(", ")}, want at most ${MAX_DOCUMENT_CHARACTERS}`,
    );
  return documents;
}

/**
 * The permissions boundary as JSON. A role has one boundary, which is one policy.
 *
 * @throws an Error where it does not fit into one
 */
export function boundaryDocument(choice: BoundaryChoice): string {
  const statements = boundaryStatements(choice);
  const got = documentCharacters(statements);
  if (got > MAX_DOCUMENT_CHARACTERS)
    throw new Error(
      `the permissions boundary has ${got} characters, want at most ${MAX_DOCUMENT_CHARACTERS}; name fewer services in boundaryServices, or fewer boundaryActions and boundaryRoles`,
    );
  return documentsOf(statements)[0] ?? "";
}
