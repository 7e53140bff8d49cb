import type { Scope } from "../patterns/scope.ts";

/** Names of resources as a reviewer reads them, for all resources that appear side by side. */
export type ResourceNames = (resource: Scope, services: readonly string[]) => string;

/**
 * Short names, and the whole ARN where two ARNs would get the same one: `s3://orders-assets`, `dynamodb
 * table/dev-orders`, `sqs dev-order-events`.
 */
export function resourceNames(resources: readonly Scope[]): ResourceNames {
  const arnsOf = new Map<string, Set<string>>();
  for (const arn of resources.flatMap(patternsIn)) {
    const short = shortened(arn);
    arnsOf.set(short, (arnsOf.get(short) ?? new Set()).add(arn));
  }
  const name = (arn: string) => ((arnsOf.get(shortened(arn))?.size ?? 0) > 1 ? arn : shortened(arn));
  return (resource, services) => {
    if ("not" in resource) return `everything but ${resource.not.map(name).join(", ")}`;
    return resource.is === "*" ? `every resource${ofServices(services)}` : name(resource.is);
  };
}

const patternsIn = (scope: Scope): readonly string[] => ("is" in scope ? [scope.is] : scope.not);

/** What every resource is depends on the actions; an open action leaves nothing to name. */
function ofServices(services: readonly string[]): string {
  return services.some((service) => /[*?]/.test(service)) ? "" : ` of ${services.join(", ")}`;
}

function shortened(arn: string): string {
  const [prefix, partition = "", service = "", region = "", account = "", ...rest] = arn.split(":");
  const name = rest.join(":");
  // A wildcard in one of the fields that are left out is worth seeing.
  if (prefix !== "arn" || name === "" || /[*?$]/.test(partition + service + region + account)) return arn;
  return service === "s3" && region === "" && account === "" ? `s3://${name}` : `${service} ${name}`;
}
