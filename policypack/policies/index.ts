import type { PackPolicy } from "../crossguard/packPolicy.ts";
import { noFullAccessManagedPolicies } from "./noFullAccessManagedPolicies.ts";
import { noFullServiceAccess } from "./noFullServiceAccess.ts";
import { noIneffectiveGrants } from "./noIneffectiveGrants.ts";
import { noInlineAccessKeys } from "./noInlineAccessKeys.ts";
import { noOpenActions } from "./noOpenActions.ts";
import { noOpenResources } from "./noOpenResources.ts";
import { noPrivilegeEscalation } from "./noPrivilegeEscalation.ts";
import { noStarStarGrants } from "./noStarStarGrants.ts";
import { noUnknownDocuments } from "./noUnknownDocuments.ts";
import { noUnknownUserData } from "./noUnknownUserData.ts";
import { noUnusedExceptions } from "./noUnusedExceptions.ts";
import { oneRolePerWorkload } from "./oneRolePerWorkload.ts";
import { requireEc2OnlyTrust } from "./requireEc2OnlyTrust.ts";
import { requireImdsv2 } from "./requireImdsv2.ts";
import { requirePermissionsBoundary } from "./requirePermissionsBoundary.ts";
import { validExceptions } from "./validExceptions.ts";
import { withinIamQuotas } from "./withinIamQuotas.ts";

/** The table of contents of the pack, in the order in which the policies run: the mandatory ones first. */
export const policies: readonly PackPolicy[] = [
  noInlineAccessKeys,
  noStarStarGrants,
  noPrivilegeEscalation,
  noUnknownDocuments,
  requireImdsv2,
  requireEc2OnlyTrust,
  oneRolePerWorkload,
  requirePermissionsBoundary,
  withinIamQuotas,
  validExceptions,
  noFullServiceAccess,
  noOpenResources,
  noOpenActions,
  noFullAccessManagedPolicies,
  noIneffectiveGrants,
  noUnknownUserData,
  noUnusedExceptions,
];
