import type { Finding } from "../../iam/finding.ts";
import type { CheckContext, PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { boundaryKey } from "../stack/boundaries.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

/** Settings of `require-permissions-boundary`. */
export interface RequirePermissionsBoundaryConfig {
  /** Whether every role and user needs a boundary. @default false - only where the stack's configuration sets one */
  readonly required: boolean;
  /** Names or ARNs of the boundaries that will do. @default - any */
  readonly allowed: readonly string[];
}

function* findMissingBoundary(
  { inputs }: Resource,
  { config, stackConfig }: CheckContext<RequirePermissionsBoundaryConfig>,
): Generator<Finding> {
  const allowed = config.allowed ?? [];
  const ofStack = stackConfig[boundaryKey];
  if (!(config.required ?? false) && allowed.length === 0 && ofStack === undefined) return;
  const boundary = inputs.permissionsBoundary ?? "";
  // One that this program makes has no ARN yet; it is compared when it is deployed.
  if (boundary === UNKNOWN) return;
  if (boundary !== "" && (allowed.length === 0 || allowed.some((name) => isNamed(boundary, name)))) return;
  yield {
    at: "permissionsBoundary",
    got: boundary === "" ? "nothing" : JSON.stringify(boundary),
    want:
      allowed.length > 0
        ? allowed.map((name) => JSON.stringify(name)).join(" | ")
        : (ofStack ?? "the ARN of a boundary"),
    fix: "set permissionsBoundary to the ARN of that policy",
  };
}

function isNamed(boundary: unknown, name: string): boolean {
  return typeof boundary === "string" && (boundary === name || boundary.endsWith(`/${name}`));
}

export const requirePermissionsBoundary: PackPolicy<RequirePermissionsBoundaryConfig> = inEveryNotation({
  name: "require-permissions-boundary",
  displayName: "Permissions boundary on roles and users",
  description:
    "Every role and user carries a permissions boundary, where this configuration or the stack's demands one.",
  enforcementLevel: "mandatory",
  severity: "high",
  tags: ["iam", "permissions-boundary"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  remediationSteps: "Set permissionsBoundary on the role to the ARN of the demanded policy.",
  configSchema: {
    properties: {
      required: {
        type: "boolean",
        default: false,
        description:
          "Whether every role and user needs a boundary, also where the stack's configuration sets none.",
      },
      allowed: {
        type: "array",
        items: { type: "string" },
        default: [],
        description: "Names or ARNs of the boundaries that will do; any will, where the list is empty.",
      },
    },
  },
  types: ["aws:iam/role:Role", "aws:iam/user:User", "aws-native:iam:Role", "aws-native:iam:User"],
  checkResource: findMissingBoundary,
});
