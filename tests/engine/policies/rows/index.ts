import { leastPrivilege } from "./leastPrivilege.ts";
import { noUnusedExceptions, validExceptions } from "./exceptions.ts";
import { noInlineAccessKeys } from "./noInlineAccessKeys.ts";
import { noPrivilegeEscalation } from "./noPrivilegeEscalation.ts";
import { noStarStarGrants } from "./noStarStarGrants.ts";
import { noUnjudgedDocuments } from "./noUnjudgedDocuments.ts";
import { noUnknownDocuments } from "./noUnknownDocuments.ts";
import { noUnknownUserData } from "./noUnknownUserData.ts";
import { noUnsearchableText } from "./noUnsearchableText.ts";
import { oneRolePerWorkload } from "./oneRolePerWorkload.ts";
import { requireEc2OnlyTrust } from "./requireEc2OnlyTrust.ts";
import { requireImdsv2 } from "./requireImdsv2.ts";
import { requireOidcSubject } from "./requireOidcSubject.ts";
import { requirePermissionsBoundary } from "./requirePermissionsBoundary.ts";
import type { PolicyRows } from "./row.ts";
import { withinIamQuotas } from "./withinIamQuotas.ts";

export const policyRows: readonly PolicyRows[] = [
  noInlineAccessKeys,
  noStarStarGrants,
  noPrivilegeEscalation,
  noUnknownDocuments,
  noUnjudgedDocuments,
  requireImdsv2,
  requireEc2OnlyTrust,
  requireOidcSubject,
  oneRolePerWorkload,
  requirePermissionsBoundary,
  withinIamQuotas,
  validExceptions,
  ...leastPrivilege,
  noUnknownUserData,
  noUnsearchableText,
  noUnusedExceptions,
];

/** Policies of the pack whose rows are still to be written. One that has rows must not stand here. */
export const policiesWithoutRows: readonly string[] = [];
