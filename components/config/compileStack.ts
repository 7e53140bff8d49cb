import { accessStatements, serviceOf, type AccessEntry, type AccessService } from "../access/index.ts";
import type { Target } from "../../iam/arn.ts";
import { managedPolicyArn, permissionsBoundaryArn } from "../permissions/managedPolicies.ts";
import { mergeStatements } from "../permissions/mergeStatements.ts";
import { iamPath, physicalName } from "../permissions/naming.ts";
import { policyDocuments } from "../permissions/policyDocuments.ts";
import type { Condition, Statement } from "../../iam/statement.ts";
import { ec2TrustPolicy } from "../permissions/trustPolicy.ts";
import { compileAttachTo, repeatedAttachments, type CompiledAttachment } from "./compileAttachTo.ts";
import { compileLaunch, type CompiledLaunch } from "./compileLaunch.ts";
import { formatPath, type Checked } from "./configError.ts";
import { nameCollisions } from "./nameCollisions.ts";
import { partitionErrors } from "./partitionErrors.ts";
import type { ParsedStack, ParsedWorkload } from "./parseStackConfig.ts";
import type { StatementEntry } from "./statementSchema.ts";
import { workloadTags } from "./tags.ts";
import { workloadSecrets, type WorkloadSecrets } from "./workloadSecrets.ts";
import { workloadErrors } from "./workloadErrors.ts";

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

/** Turns a stack's configuration into what is deployed, with every error that needs the target to be seen. */
export function compileStack(stack: ParsedStack, target: StackTarget): Checked<CompiledWorkload[]> {
  const compiled = Object.entries(stack.workloads).map(([name, entry]) =>
    compileWorkload(name, entry, stack, target),
  );
  const workloads = compiled.map(({ value }) => value);
  return {
    value: workloads,
    errors: [
      ...partitionErrors(stack.permissionsBoundary, ["permissionsBoundary"], target, stack.secret),
      ...compiled.flatMap(({ errors }) => errors),
      ...nameCollisions(workloads),
      ...repeatedAttachments(workloads),
    ],
  };
}

function compileWorkload(
  name: string,
  entry: ParsedWorkload,
  stack: ParsedStack,
  target: StackTarget,
): Checked<CompiledWorkload> {
  const path = ["workloads", name] as const;
  const grants = (entry.access ?? []).map((grant, index) => ({
    path: formatPath([...path, "access", index]),
    service: serviceOf(grant),
    entry: grant,
    statements: accessStatements(grant, target),
  }));
  const rawStatements = (entry.statements ?? []).map(rawStatement);
  const statements = mergeStatements([...grants.flatMap((grant) => grant.statements), ...rawStatements]);
  const { documents, tooLong } = policyDocuments(statements);
  const managedPolicyArns = (entry.managedPolicies ?? []).map((policy) => managedPolicyArn(policy, target));
  const boundary = entry.permissionsBoundary ?? stack.permissionsBoundary;
  const own = { ...target, environment: stack.environment, workload: name, description: entry.description };
  const tags = workloadTags(own, stack.tags, entry.tags ?? {});
  const secrets = workloadSecrets(name, entry, stack);
  const value: CompiledWorkload = {
    name,
    physicalName: physicalName({ ...target, workload: name }),
    path: iamPath(target),
    assumeRolePolicy: ec2TrustPolicy(target.partition),
    grants,
    rawStatements,
    statements,
    policyDocuments: documents,
    managedPolicyArns,
    ...(boundary !== undefined && { permissionsBoundary: permissionsBoundaryArn(boundary, target) }),
    maxSessionSeconds: (entry.maxSessionHours ?? 1) * 3600,
    tags,
    ...(secrets && { secrets }),
    ...(entry.launch && {
      launch: compileLaunch(entry.launch, stack.isSecret(...path, "launch", "userData"), target),
    }),
    ...(entry.attachTo && { associations: compileAttachTo(entry.attachTo, target) }),
  };
  return { value, errors: workloadErrors(entry, value, tooLong, target, stack.secret) };
}

function rawStatement({ sid, effect = "Allow", actions, resources, conditions }: StatementEntry): Statement {
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    Action: actions,
    Resource: resources,
    ...(conditions && { Condition: conditionTexts(conditions) }),
  };
}

/** IAM compares text, so numbers and booleans of the YAML become text and single values become lists. */
function conditionTexts(conditions: NonNullable<StatementEntry["conditions"]>): Condition {
  return mapValues(conditions, (keys) =>
    mapValues(keys, (values) => (Array.isArray(values) ? values : [values]).map(String)),
  );
}

function mapValues<From, To>(map: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
