import { shownPattern, shownPatterns } from "../document/shownPatterns.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import type { Pattern, PolicyStatement } from "../document/policyStatement.ts";
import { arnPartsOf } from "./arnParts.ts";
import type { CatalogueAction } from "./catalogueAction.ts";
import type { Ineffective } from "./ineffective.ts";
import { matchedActions } from "./matchedActions.ts";
import { hasForm, takesAnyOf } from "./takesResource.ts";

/**
 * Actions that no resource of their statement is one of: `s3:GetObject` on a bucket, `ec2:DescribeInstances` on anything
 * but `*`. With a pattern, all actions that it matches have to be such.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
 */
export async function* unreachedResources(statement: PolicyStatement): AsyncGenerator<Ineffective> {
  if (statement.notResources.length > 0 || statement.resources.length === 0) return;
  const given = statement.resources.map((resource) =>
    resource === UNKNOWN ? undefined : arnPartsOf(resource),
  );
  // A text that is no ARN, and a star over several parts of one, says nothing that could be compared.
  const resources = given.filter((parts) => parts !== undefined);
  if (resources.length < given.length) return;
  const takes = takesAnyOf(resources);
  for (const [index, pattern] of statement.actions.entries()) {
    const actions = await matchedActions(pattern);
    if (actions.length === 0 || actions.some(takes)) continue;
    yield {
      path: ["Action", index],
      value: shownPattern(pattern),
      does: `on ${shownPatterns(statement.resources)}, which it never matches`,
      want: wanted(actions, statement.resources),
    };
  }
}

function wanted(actions: readonly CatalogueAction[], resources: readonly Pattern[]): string {
  const forms = [...new Set(actions.flatMap((action) => action.forms.map(({ arn }) => arn)))];
  if (forms.length === 0) return `the resource "*", the only one that ${subject(actions)} takes`;
  const shown = forms.slice(0, 2).map(plainForm).join(" or ");
  const meant = resources.flatMap(neighbours).find((other) => {
    const parts = arnPartsOf(other);
    return parts !== undefined && actions.some((action) => hasForm(action, parts));
  });
  return `a resource such as ${shown}${meant === undefined ? "" : `; did you mean ${shownPattern(meant)}?`}`;
}

const subject = (actions: readonly CatalogueAction[]) =>
  actions.length === 1 ? (actions[0]?.name ?? "") : "each of these actions";

/** What is often meant by an ARN: what is in the resource, or the resource that holds it. */
function neighbours(resource: Pattern): string[] {
  if (resource === UNKNOWN) return [];
  // What has a colon after its type, as log groups have, has another one before what it holds.
  const separators = arnPartsOf(resource)?.resource.includes(":") ? [":", "/"] : ["/", ":"];
  const within = separators.map((separator) => `${resource}${separator}*`);
  return [...within, resource.replace(/\/.*$/, "")].filter((other) => other !== resource);
}

/** A form of the catalogue as people read it: `arn:aws:s3:::<BucketName>/<ObjectName>`. */
function plainForm(form: string): string {
  return form.replace("${Partition}", "aws").replace(/\$\{([^}]*)\}/g, "<$1>");
}
