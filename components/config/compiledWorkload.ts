import type { AccessEntry, AccessService } from "../access/index.ts";
import type { Target } from "../../iam/arn.ts";
import type { Statement } from "../../iam/statement.ts";
import type { CompiledAttachment } from "./compileAttachTo.ts";
import type { CompiledLaunch } from "./compileLaunch.ts";
import type { WorkloadSecrets } from "./workloadSecrets.ts";

/** Where a stack is deployed, and what it is called. */
export interface StackTarget extends Target {
  readonly project: string;
  readonly stack: string;
}

/** One `access` entry and what it became. */
export interface CompiledGrant {
  /** Such as `workloads.orders-api.access[0]`. */
  readonly path: string;
  readonly service: AccessService;
  readonly entry: AccessEntry;
  readonly statements: readonly Statement[];
}

/** A workload in AWS's own words: every name, ARN and document is a literal. */
export interface CompiledWorkload {
  /** The name in the configuration, and the logical name of the component. */
  readonly name: string;
  /** The name of the role, the instance profile, the first policy and the launch template in AWS. */
  readonly physicalName: string;
  /** The IAM path. */
  readonly path: string;
  /** Of the role. @default - none */
  readonly description?: string;
  readonly assumeRolePolicy: string;
  /** Of `access`, in order, before merging. */
  readonly grants: readonly CompiledGrant[];
  /** Of `statements`, in order, before merging. */
  readonly rawStatements: readonly Statement[];
  /** Of `access` and `statements`, merged. */
  readonly statements: readonly Statement[];
  /** {@link statements} as JSON texts, each within the limit of a managed policy. */
  readonly policyDocuments: readonly string[];
  readonly managedPolicyArns: readonly string[];
  readonly permissionsBoundary?: string;
  readonly maxSessionSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
  /** What stays secret in Pulumi's state, beside user data. @default - nothing */
  readonly secrets?: WorkloadSecrets;
  readonly launch?: CompiledLaunch;
  readonly associations?: readonly CompiledAttachment[];
}
