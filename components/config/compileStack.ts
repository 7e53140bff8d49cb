import { accessStatements, serviceOf } from "../access/index.ts";
import { managedPolicyArn, permissionsBoundaryArn } from "../permissions/managedPolicies.ts";
import { mergeStatements } from "../permissions/mergeStatements.ts";
import { iamPath, physicalName } from "../permissions/naming.ts";
import { MAX_POLICIES, policyDocuments } from "../permissions/policyDocuments.ts";
import type { Condition, Statement } from "../../iam/statement.ts";
import { ec2TrustPolicy } from "../permissions/trustPolicy.ts";
import { compileAttachTo, repeatedAttachments } from "./compileAttachTo.ts";
import { compileLaunch } from "./compileLaunch.ts";
import type { CompiledWorkload, StackTarget } from "./compiledWorkload.ts";
import { formatPath, type Checked } from "./configError.ts";
import { descriptionTag, roleDescription } from "./description.ts";
import { filledWorkload } from "./filledWorkload.ts";
import { nameCollisions } from "./nameCollisions.ts";
import { partitionErrors } from "./partitionErrors.ts";
import type { ParsedStack, ParsedWorkload } from "./parseStackConfig.ts";
import type { StatementEntry } from "./statementSchema.ts";
import { workloadTags } from "./tags.ts";
import { workloadSecrets } from "./workloadSecrets.ts";
import { workloadErrors } from "./workloadErrors.ts";

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
  written: ParsedWorkload,
  stack: ParsedStack,
  target: StackTarget,
): Checked<CompiledWorkload> {
  const path = ["workloads", name] as const;
  const values = { ...target, environment: stack.environment };
  const { value: entry, errors } = filledWorkload(written, path, values, stack);
  const grants = (entry.access ?? []).map((grant, index) => ({
    path: formatPath([...path, "access", index]),
    service: serviceOf(grant),
    entry: grant,
    statements: accessStatements(grant, target),
  }));
  const rawStatements = (entry.statements ?? []).map(rawStatement);
  const statements = mergeStatements([...grants.flatMap((grant) => grant.statements), ...rawStatements]);
  const managedPolicyArns = (entry.managedPolicies ?? []).map((policy) => managedPolicyArn(policy, target));
  const { documents, tooLong } = policyDocuments(statements, MAX_POLICIES - managedPolicyArns.length);
  const boundary = entry.permissionsBoundary ?? stack.permissionsBoundary;
  const { description } = entry;
  const describing = roleDescription(description);
  const own = {
    ...target,
    environment: stack.environment,
    workload: name,
    ...(description !== undefined && { description: descriptionTag(description) }),
  };
  const tags = workloadTags(own, stack.tags, entry.tags ?? {});
  const secrets = workloadSecrets(name, entry, stack);
  const value: CompiledWorkload = {
    name,
    physicalName: physicalName({ ...target, workload: name }),
    path: iamPath(target),
    ...(describing !== undefined && { description: describing }),
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
  return { value, errors: [...errors, ...workloadErrors(entry, value, tooLong, target, stack.secret)] };
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
