import type { PolicyComplianceFramework } from "@pulumi/policy";

/**
 * A control of the benchmark of the Center for Internet Security for AWS accounts, in its version 7.0.0.
 * https://www.cisecurity.org/benchmark/amazon_web_services
 *
 * @param reference The number of the control in that version.
 * @param specification What it wants.
 */
export function cisControl(reference: string, specification: string): PolicyComplianceFramework {
  return { name: "CIS AWS Foundations Benchmark", version: "7.0.0", reference, specification };
}
