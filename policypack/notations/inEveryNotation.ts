import { findingKey, type Finding } from "../../iam/finding.ts";
import type { CheckContext, Findings, PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import type { JudgedResource } from "./judgedResource.ts";
import { judgedResources } from "./judgedResources.ts";
import { judgedStack } from "./judgedStack.ts";

/**
 * A rule that judges its types in every notation: as Pulumi's providers have them, as Terraform's modules do, and in the
 * templates of CloudFormation. What it finds is told at the place where the program wrote it.
 */
export function inEveryNotation<Config extends object>(policy: PackPolicy<Config>): PackPolicy<Config> {
  const { types, checkResource, checkStack, ...others } = policy;
  const isJudged = ({ type }: Resource) => types?.includes(type) !== false;
  return {
    ...others,
    ...(checkResource && {
      checkResource(resource: Resource, context: CheckContext<Config>) {
        const judged = judgedResources(resource);
        const [own] = judged;
        // Nearly all resources are in the words of the rules already, and nothing has to be told elsewhere.
        if (own?.type === resource.type && judged.length === 1)
          return isJudged(own) ? checkResource(resource, inNotations(context)) : [];
        return asWritten(judged.filter(isJudged), (one) => checkResource(one, inNotations(context)));
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

/** What is found in resources, told where the program wrote them. */
async function* asWritten(
  resources: readonly JudgedResource[],
  check: (resource: JudgedResource) => Findings<Finding>,
): AsyncGenerator<Finding> {
  // A template with conditions is read twice.
  const told = new Set<string>();
  for (const resource of resources) {
    for await (const finding of check(resource)) {
      const written = { ...finding, at: resource.at(finding.at) };
      if (told.has(findingKey(written))) continue;
      told.add(findingKey(written));
      yield written;
    }
  }
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
