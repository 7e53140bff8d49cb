import type { ResourceValidationPolicy } from "@pulumi/policy";
import { noInlineAccessKeys } from "./noInlineAccessKeys";
import { noStarStarGrants } from "./noStarStarGrants";

/** The table of contents of the pack, in the order in which the policies run. */
export const policies: readonly ResourceValidationPolicy[] = [noInlineAccessKeys, noStarStarGrants];
