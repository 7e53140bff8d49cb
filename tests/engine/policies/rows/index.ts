import { leastPrivilege } from "./leastPrivilege";
import { noUnusedExceptions, validExceptions } from "./exceptions";
import { noInlineAccessKeys } from "./noInlineAccessKeys";
import { noPrivilegeEscalation } from "./noPrivilegeEscalation";
import { noStarStarGrants } from "./noStarStarGrants";
import { noUnknownDocuments } from "./noUnknownDocuments";
import { noUnknownUserData } from "./noUnknownUserData";
import { oneRolePerWorkload } from "./oneRolePerWorkload";
import { requireEc2OnlyTrust } from "./requireEc2OnlyTrust";
import { requireImdsv2 } from "./requireImdsv2";
import { requirePermissionsBoundary } from "./requirePermissionsBoundary";
import type { PolicyRows } from "./row";
import { withinIamQuotas } from "./withinIamQuotas";

export const policyRows: readonly PolicyRows[] = [
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
  ...leastPrivilege,
  noUnknownUserData,
  noUnusedExceptions,
];

/** Policies of the pack whose rows are still to be written. One that has rows must not stand here. */
export const policiesWithoutRows: readonly string[] = [];
