import type { PackPolicy } from "../crossguard/packPolicy.ts";
import { noFullAccessManagedPolicies } from "./noFullAccessManagedPolicies.ts";
import { noFullServiceAccess } from "./noFullServiceAccess.ts";
import { noIneffectiveGrants } from "./noIneffectiveGrants.ts";
import { noInlineAccessKeys } from "./noInlineAccessKeys.ts";
import { noOpenActions } from "./noOpenActions.ts";
import { noOpenResources } from "./noOpenResources.ts";
import { noPrivilegeEscalation } from "./noPrivilegeEscalation.ts";
import { noRiskyGrants } from "./noRiskyGrants.ts";
import { noStarStarGrants } from "./noStarStarGrants.ts";
import { noUnjudgedDocuments } from "./noUnjudgedDocuments.ts";
import { noUnknownDocuments } from "./noUnknownDocuments.ts";
import { noUnknownUserData } from "./noUnknownUserData.ts";
import { noUnsearchableText } from "./noUnsearchableText.ts";
import { noUnusedExceptions } from "./noUnusedExceptions.ts";
import { oneRolePerWorkload } from "./oneRolePerWorkload.ts";
import { requireEc2OnlyTrust } from "./requireEc2OnlyTrust.ts";
import { requireImdsv2 } from "./requireImdsv2.ts";
import { requireOidcSubject } from "./requireOidcSubject.ts";
import { requirePermissionsBoundary } from "./requirePermissionsBoundary.ts";
import { validExceptions } from "./validExceptions.ts";
import { withinIamQuotas } from "./withinIamQuotas.ts";

/** The table of contents of the pack, in the order in which the policies run: the mandatory ones first. */
export const policies: readonly PackPolicy[] = [
  noInlineAccessKeys,
  noStarStarGrants,
  noPrivilegeEscalation,
  requireImdsv2,
  requireEc2OnlyTrust,
  requireOidcSubject,
  oneRolePerWorkload,
  requirePermissionsBoundary,
  withinIamQuotas,
  validExceptions,
  noFullServiceAccess,
  noOpenResources,
  noOpenActions,
  noFullAccessManagedPolicies,
  noUnknownDocuments,
  noUnjudgedDocuments,
  noRiskyGrants,
  noIneffectiveGrants,
  noUnknownUserData,
  noUnsearchableText,
  noUnusedExceptions,
];
