import type { RequestContext } from "../../iam/conditions/conditionsHold.ts";
import type { Target } from "../../iam/arn.ts";
import { sampleOf } from "../../iam/covers/permits.ts";
import type { Pattern, PolicyStatement } from "../../iam/document/policyStatement.ts";
import type { CatalogueAction } from "../../iam/effect/catalogueAction.ts";
import { matchedActions } from "../../iam/effect/matchedActions.ts";
import { ownArn, requestArn } from "../../iam/effect/requestArn.ts";
import { contextMeeting } from "./requestContext.ts";

/** One question to the policy simulator. */
export interface Question {
  /** The configuration that makes it, in words, such as `s3 read dev-shop-pictures`. */
  readonly because: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys and their values. */
  readonly context: RequestContext;
}

/** What AWS holds and what a stack file declares is all known. */
export const texts = (patterns: readonly Pattern[]) =>
  patterns.filter((pattern) => typeof pattern === "string");

/**
 * What a statement allows, as requests that AWS would judge: each action with the ARN and the condition keys that such a request
 * has, and not with the words of the statement. An action that takes none of the resources is asked for on one of its own, so
 * that the answer shows that the statement does not allow it.
 */
export async function questionsOf(
  because: string,
  statement: PolicyStatement,
  target: Target,
): Promise<Question[]> {
  const questions = texts(statement.actions).map((pattern) =>
    questionsAbout(because, pattern, statement, texts(statement.resources), target),
  );
  return (await Promise.all(questions)).flat();
}

interface Request {
  /** Undefined where the catalogue holds none that the pattern matches. */
  readonly action: CatalogueAction | undefined;
  readonly resource: string;
}

/** The questions of one action pattern on some resources: one for each that such an action takes, at least one. */
export async function questionsAbout(
  because: string,
  pattern: string,
  statement: PolicyStatement,
  resources: readonly string[],
  target: Target,
): Promise<Question[]> {
  const actions = await matchedActions(pattern);
  const requests = resources.flatMap((resource): Request[] => {
    if (actions.length === 0) return [{ action: undefined, resource: sampleOf(resource) }];
    for (const action of actions) {
      const arn = requestArn(action, resource, target);
      if (arn !== undefined) return [{ action, resource: arn }];
    }
    return [];
  });
  const [first] = actions;
  if (requests.length === 0 && first) requests.push({ action: first, resource: ownArn(first, target) });
  return Promise.all(
    requests.map(async ({ action, resource }) => ({
      because,
      action: nameOf(action, pattern),
      resource,
      context: await contextMeeting(statement, action),
    })),
  );
}

const nameOf = (action: CatalogueAction | undefined, pattern: string) => action?.name ?? pattern;
