import { findingKey } from "../../iam/finding.ts";
import type { CheckContext, PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { judgedResources } from "./judgedResources.ts";
import { judgedStack } from "./judgedStack.ts";

/**
 * A rule that judges its types in every notation: as Pulumi's providers have them, as Terraform's modules do, and in the
 * templates of CloudFormation. What it finds is told at the place where the program wrote it.
 */
export function inEveryNotation<Config extends object>(policy: PackPolicy<Config>): PackPolicy<Config> {
  const { types, checkResource, checkStack, ...others } = policy;
  return {
    ...others,
    ...(checkResource && {
      async *checkResource(resource: Resource, context: CheckContext<Config>) {
        // A template with conditions is read twice.
        const told = new Set<string>();
        for (const judged of judgedResources(resource)) {
          if (types?.includes(judged.type) === false) continue;
          for await (const finding of checkResource(judged, inNotations(context))) {
            const written = { ...finding, at: judged.at(finding.at) };
            if (told.has(findingKey(written))) continue;
            told.add(findingKey(written));
            yield written;
          }
        }
      },
    }),
    ...(checkStack && {
      async *checkStack(stack, context: CheckContext<Config>) {
        const { resources, written } = judgedStack(stack);
        for await (const { urn, ...finding } of checkStack(resources, inNotations(context))) {
          yield { ...finding, ...written(urn, finding.at) };
        }
      },
    }),
  };
}

/** The resources that were shown before, in the same words. */
function inNotations<Config extends object>(context: CheckContext<Config>): CheckContext<Config> {
  return {
    ...context,
    shownBefore: {
      *[Symbol.iterator]() {
        for (const resource of context.shownBefore) yield* judgedResources(resource);
      },
    },
  };
}
