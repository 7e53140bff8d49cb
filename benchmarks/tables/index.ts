import { cdkTable, type CdkResult } from "./cdk.ts";
import { cloudTrailTable, type CloudTrailResult } from "./cloudTrail.ts";
import { permissionDiffTable, type PermissionDiffResult } from "./permissionDiff.ts";
import { policyPackTable, type PolicyPackResult } from "./policyPack.ts";
import { scannersTable, type ScannersResult } from "./scanners.ts";
import { terraformTable, type TerraformResult } from "./terraform.ts";
import { previewTable, sandboxTable, type TimesResult, verifyTable } from "./times.ts";

/** What each benchmark finds out. */
export interface Results {
  readonly preview: TimesResult;
  readonly sandbox: TimesResult;
  readonly policyPack: PolicyPackResult;
  readonly scanners: ScannersResult;
  readonly verify: TimesResult;
  readonly terraform: TerraformResult;
  readonly cdk: CdkResult;
  readonly permissionDiff: PermissionDiffResult;
  readonly cloudTrail: CloudTrailResult;
}

export type BenchmarkName = keyof Results;

/** The table of each benchmark, in the order in which they are measured. */
export const tables: { readonly [Name in BenchmarkName]: (result: Results[Name]) => string } = {
  preview: previewTable,
  sandbox: sandboxTable,
  policyPack: policyPackTable,
  scanners: scannersTable,
  verify: verifyTable,
  terraform: terraformTable,
  cdk: cdkTable,
  permissionDiff: permissionDiffTable,
  cloudTrail: cloudTrailTable,
};
