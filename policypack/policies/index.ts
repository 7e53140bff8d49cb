import type { PackPolicy } from "../support/packPolicy";
import { noFullAccessManagedPolicies } from "./noFullAccessManagedPolicies";
import { noFullServiceAccess } from "./noFullServiceAccess";
import { noInlineAccessKeys } from "./noInlineAccessKeys";
import { noOpenActions } from "./noOpenActions";
import { noOpenResources } from "./noOpenResources";
import { noPrivilegeEscalation } from "./noPrivilegeEscalation";
import { noStarStarGrants } from "./noStarStarGrants";
import { noUnknownDocuments } from "./noUnknownDocuments";
import { noUnknownUserData } from "./noUnknownUserData";
import { noUnusedExceptions } from "./noUnusedExceptions";
import { oneRolePerWorkload } from "./oneRolePerWorkload";
import { requireEc2OnlyTrust } from "./requireEc2OnlyTrust";
import { requireImdsv2 } from "./requireImdsv2";
import { requirePermissionsBoundary } from "./requirePermissionsBoundary";
import { validExceptions } from "./validExceptions";
import { withinIamQuotas } from "./withinIamQuotas";

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
  noUnknownUserData,
  noUnusedExceptions,
];
