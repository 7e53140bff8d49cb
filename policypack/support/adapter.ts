import type { Policy, ResourceValidationPolicy } from "@pulumi/policy";
import type { Finding, Resource } from "./finding";
import { plainInputs } from "./plainInputs";

/** What CrossGuard shows about a policy. The level is the default; the configuration of the pack may change it. */
export type PolicyMetadata = Required<
  Pick<Policy, "name" | "description" | "enforcementLevel" | "severity" | "url" | "remediationSteps">
> &
  Pick<Policy, "configSchema">;

/** Yields what is wrong with one resource. `config` holds only what was set, so a missing property is its default. */
export type Check<Config> = (
  resource: Resource,
  config: Partial<Config>,
) => Iterable<Finding> | AsyncIterable<Finding>;

/** Makes a policy of a check. This is the only place that talks to CrossGuard. */
export function resourcePolicy<Config extends object>(
  metadata: PolicyMetadata,
  check: Check<Config>,
): ResourceValidationPolicy {
  return {
    ...metadata,
    validateResource: async (args, reportViolation) => {
      const resource = { type: args.type, inputs: await plainInputs(args.props) };
      for await (const { at, found, want } of check(resource, args.getConfig<Partial<Config>>())) {
        reportViolation(`${at} is ${found}; want ${want}`);
      }
    },
  };
}
