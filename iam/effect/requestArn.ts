import type { Target } from "../arn.ts";
import { sampleOf } from "../covers/permits.ts";
import { arnParts } from "../patterns/arnParts.ts";
import { matches } from "../patterns/wildcards.ts";
import { arnPartsOf } from "./arnParts.ts";
import type { CatalogueAction } from "./catalogueAction.ts";
import { hasForm, takesAnyOf } from "./takesResource.ts";

/**
 * The ARN that AWS would judge a request for an action by, where it is one that a pattern of a policy matches: one of the forms
 * that the action takes, or `*` where it takes nothing else. Undefined where no request for the action ever has such an ARN, as
 * `s3:GetObject` on a bucket.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function requestArn(action: CatalogueAction, pattern: string, target: Target): string | undefined {
  const own = ownArn(action, target);
  if (matches(pattern, own)) return own;
  const samples = samplesOf(pattern, target);
  const fitting = samples.find((sample) => {
    const parts = arnPartsOf(sample);
    return parts !== undefined && hasForm(action, parts);
  });
  if (fitting !== undefined) return fitting;
  const parts = arnPartsOf(pattern);
  // What the catalogue is not sure of is asked for as it stands.
  return parts === undefined || takesAnyOf([parts])(action) ? samples[0] : undefined;
}

/** An ARN of the plainest resource that an action takes, in the account and region of a stack, or `*` where it needs none. */
export function ownArn({ forms, needsResource }: CatalogueAction, target: Target): string {
  if (!needsResource) return "*";
  // Of the forms of a bucket and of an access point to one, the shortest is the resource itself.
  const [form] = forms.map(({ arn }) => arn).sort((one, other) => one.length - other.length);
  const filled: Readonly<Record<string, string>> = { ...target };
  return sampleOf(
    (form ?? "*").replace(/\$\{([^}]*)\}/g, (_, name: string) => filled[name.toLowerCase()] ?? "proof"),
  );
}

/** What the last `*` of a pattern may stand for: what follows a name in the ARNs of some services begins with one of these. */
const endings = ["proof", "proof/proof", "proof:proof", "/proof", ":proof"];

function samplesOf(pattern: string, target: Target): string[] {
  const [arn, partition = "", service, region = "", account = "", resource] = arnParts(pattern);
  if (resource === undefined) return [sampleOf(pattern)];
  const within = (field: string, own: string) => (matches(field, own) ? own : sampleOf(field));
  const start = [
    arn,
    within(partition, target.partition),
    service,
    within(region, target.region),
    within(account, target.account),
  ];
  const last = resource.lastIndexOf("*");
  if (last < 0) return [[...start, sampleOf(resource)].join(":")];
  const [before, after] = [resource.slice(0, last), resource.slice(last + 1)];
  return endings.map((ending) => [...start, sampleOf(before) + ending + sampleOf(after)].join(":"));
}
