import { type ArnParts, typeOf } from "./arnParts.ts";
import type { ArnForm, CatalogueAction } from "./catalogueAction.ts";
import { patternsMeet } from "./patternsMeet.ts";

/**
 * Services of which every action that the catalogue has no resource type for takes `*` alone, and single actions of others.
 * For what is not here an ARN may be asked for all the same: `dynamodb:ListTables` on `table/*`, `iam:ListRoles` on
 * `role/`, `eks:CreateCluster` on the cluster.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policies-for-amazon-ec2.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const takeStar = new Set([
  ...["autoscaling", "ec2", "ecr", "kms", "lambda", "secretsmanager", "xray"],
  ...["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"],
  ...["cloudwatch:ListDashboards", "cloudwatch:PutMetricData", "s3:ListAllMyBuckets"],
]);

/** More resources than any document within the quotas of IAM has: what is beyond is not compared. */
const mostResources = 1_000;

/** A resource with the type that it begins with, where it does. */
interface Given extends ArnParts {
  readonly type: string | undefined;
}

/**
 * Whether an action can be asked for on some resource that one of some patterns matches. True wherever that is not sure.
 * Each form is compared once, however many actions have it: patterns match hundreds of them.
 */
export function takesAnyOf(patterns: readonly ArnParts[]): (action: CatalogueAction) => boolean {
  const distinct = new Map(patterns.map((parts) => [Object.values(parts).join(":"), parts]));
  const given = Array.from(distinct.values(), (parts) => ({ ...parts, type: typeOf(parts.resource) }));
  if (given.length > mostResources) return () => true;
  const withIds = given.map(withId);
  const isMet = once(
    ({ arn }: ArnForm) => arn,
    (form) => given.some((parts) => meets(form, parts)) || withIds.some((parts) => meets(form, parts)),
  );
  return once(
    ({ name }: CatalogueAction) => name,
    (action) => action.forms.some(isMet) || given.some((parts) => mayTake(action, parts)),
  );
}

/** Keeps each answer by a name of what is asked about. */
function once<Asked>(nameOf: (asked: Asked) => string, answer: (asked: Asked) => boolean) {
  const answers = new Map<string, boolean>();
  return (asked: Asked): boolean => {
    const name = nameOf(asked);
    const known = answers.get(name) ?? answer(asked);
    answers.set(name, known);
    return known;
  };
}

/** Whether an action may take a resource that has none of its forms. */
function mayTake(action: CatalogueAction, given: Given): boolean {
  const { service, name, forms, serviceTypes } = action;
  if (forms.length === 0) {
    if (takeStar.has(service) || takeStar.has(name)) return isWholeService(service, given);
    // Services without any resources of their own, such as ssmmessages, are about those of others.
    return serviceTypes.length === 0 || patternsMeet(service, given.service) || isRelative(service, given);
  }
  return (
    // The catalogue knows only the other side of what connects resources of two services, such as a firewall's.
    forms.every((form) => form.service !== service) ||
    isRelative(service, given) ||
    mayBeMissing(action, given) ||
    mayBeNewType(action, given)
  );
}

/** Whether some resource that a pattern matches has an ARN in one of the forms that an action takes. */
export function hasForm({ forms }: CatalogueAction, given: ArnParts): boolean {
  return forms.some((form) => meets(form, given));
}

function meets(form: ArnParts, given: ArnParts): boolean {
  return (
    patternsMeet(form.service, given.service) &&
    patternsMeet(form.resource, given.resource) &&
    placesMeet(form, given)
  );
}

/**
 * Whether ARNs can be of the same place: a bucket is in no region of its ARN, and what is in one names it. Accounts are
 * hardly compared, since public parameters have none, and what AWS has is of the account `aws`.
 */
function placesMeet(form: ArnParts, given: ArnParts): boolean {
  if (form.region !== "") return given.region !== "" || given.account !== "";
  return patternsMeet("", given.region) && (form.account !== "" || patternsMeet("", given.account));
}

/** Services in which the name alone is another resource: a bucket, or a log group in place of its streams. */
const namesAlone = new Set(["s3", "logs"]);

/** Names are often written without the id that ends the ARN: `stack/orders` for `stack/orders/*`. */
function withId(given: ArnParts): ArnParts {
  return namesAlone.has(given.service) ? given : { ...given, resource: `${given.resource}/*` };
}

/** `arn:aws:s3:::*`, on which s3:ListAllMyBuckets is often allowed. */
function isWholeService(service: string, given: ArnParts): boolean {
  return patternsMeet(service, given.service) && /^[*?/:]*$/.test(given.resource);
}

/** ARNs of Outposts, directory buckets and the like are in catalogues of their own: `s3-outposts`, `s3express`. */
function isRelative(service: string, given: ArnParts): boolean {
  return (
    given.service !== service && (given.service.startsWith(service) || service.startsWith(given.service))
  );
}

/**
 * Where AWS's own policies go beyond the catalogue: actions on tags of types that got them lately, and those that have
 * the type in their name, such as quicksight:CreateDataSet on a data set.
 */
function mayBeMissing({ service, name, serviceTypes }: CatalogueAction, given: Given): boolean {
  if (given.service !== service) return false;
  if (/:(?:Untag|.*Tag)/.test(name)) return true;
  const plain = (type: string | undefined) => type?.replaceAll("-", "");
  const type = plain(given.type);
  // Where ARNs begin with a name, such as a bucket's, that is no type.
  return type !== undefined && serviceTypes.map(plain).includes(type) && name.toLowerCase().includes(type);
}

/** Whether an ARN is of a type that the service knows nothing like, which may be younger than the catalogue. */
function mayBeNewType({ service, serviceTypes }: CatalogueAction, given: Given): boolean {
  const { type } = given;
  if (given.service !== service || type === undefined) return false;
  // Where some ARNs begin with a name, such as a bucket's, what stands there is no type.
  return !serviceTypes.some(
    (other) => other === undefined || other.startsWith(type) || type.startsWith(other),
  );
}
