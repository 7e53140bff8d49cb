import { policyDocuments } from "../components/permissions/policyDocuments.ts";
import type { Statement } from "../iam/statement.ts";
import { ec2Statements, iamStatements } from "./deployStatements.ts";
import { describeStatements, readStatements, verifyStatements } from "./observeStatements.ts";
import type { StackPlace } from "./place.ts";
import { stateStatements, type StateStore } from "./stateStatements.ts";

/** Everything that deploying and verifying one stack takes. */
export function deployStatements(place: StackPlace, boundaryArn: string, store: StateStore): Statement[] {
  return [
    ...iamStatements(place, boundaryArn),
    ...ec2Statements(place),
    ...describeStatements(place),
    ...verifyStatements(place),
    ...stateStatements(store, place.project, [place.stack], "write"),
  ];
}

/** Everything that previews and reviews of some stacks take. */
export function readOnlyStatements(
  places: readonly [StackPlace, ...StackPlace[]],
  store: StateStore,
): Statement[] {
  const stacks = places.map(({ stack }) => stack);
  return [
    ...describeStatements(places[0]),
    ...readStatements(places),
    ...stateStatements(store, places[0].project, stacks, "read"),
  ];
}

/**
 * Statements as policy documents within IAM's limit.
 *
 * @throws Error where one statement alone exceeds it, as with a hundred stacks in one account.
 */
export function documentsOf(statements: readonly Statement[]): readonly string[] {
  const { documents, tooLong } = policyDocuments(statements);
  if (tooLong.length > 0)
    throw new Error(
      `${tooLong.map(({ statement, characters }) => `statement ${statement.Sid ?? "without Sid"}: got ${characters} characters`).join(", ")}, want at most 6144; give "stacks" or "boundaryActions" fewer entries`,
    );
  return documents;
}
