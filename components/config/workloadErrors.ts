import type { Target } from "../../iam/arn.ts";
import { coveredGrants } from "../permissions/coveredGrants.ts";
import {
  MAX_DOCUMENT_CHARACTERS,
  MAX_POLICIES,
  type PolicyDocuments,
} from "../permissions/policyDocuments.ts";
import type { CompiledWorkload } from "./compiledWorkload.ts";
import type { ConfigError } from "./configError.ts";
import { managedPolicyErrors } from "./managedPolicyErrors.ts";
import type { ParsedWorkload } from "./parseStackConfig.ts";
import { workloadPartitionErrors } from "./partitionErrors.ts";
import type { StatementEntry } from "./statementSchema.ts";
import { MAX_TAGS } from "./tags.ts";

/** What is wrong with a workload once it is known where it is deployed. */
export function workloadErrors(
  entry: ParsedWorkload,
  compiled: CompiledWorkload,
  tooLong: PolicyDocuments["tooLong"],
  target: Target,
  secret: boolean,
): ConfigError[] {
  const path = ["workloads", compiled.name];
  return [
    ...workloadPartitionErrors(entry, path, target, secret),
    ...coveredGrants(compiled.grants).map(({ needless, coveredBy }) => ({
      path: [...path, "access", needless],
      problem: `access[${coveredBy}] already grants this; remove one`,
    })),
    ...managedPolicyErrors(compiled.managedPolicyArns, path, secret),
    ...repeatedPolicies(compiled.managedPolicyArns, path),
    ...repeatedSids(entry.statements ?? [], path),
    ...tooLong.map(({ characters }) => ({
      path,
      problem: `one statement needs ${characters} characters without white space, want at most ${MAX_DOCUMENT_CHARACTERS}`,
    })),
    ...policyCountErrors(compiled, path),
    ...tagErrors(compiled, path),
  ];
}

function repeatedPolicies(arns: readonly string[], path: readonly PropertyKey[]): ConfigError[] {
  return repeats(arns).map(({ index, first }) => ({
    path: [...path, "managedPolicies", index],
    problem: `the same as managedPolicies[${first}]; remove one`,
  }));
}

function repeatedSids(statements: readonly StatementEntry[], path: readonly PropertyKey[]): ConfigError[] {
  return repeats(statements.map(({ sid }) => sid)).map(({ index, first }) => ({
    path: [...path, "statements", index, "sid"],
    problem: `the same as in statements[${first}]; change one`,
  }));
}

function repeats(values: readonly (string | undefined)[]): { index: number; first: number }[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    return value === undefined || first === index ? [] : [{ index, first }];
  });
}

function policyCountErrors(workload: CompiledWorkload, path: readonly PropertyKey[]): ConfigError[] {
  const own = workload.policyDocuments.length;
  const managed = workload.managedPolicyArns.length;
  if (own + managed <= MAX_POLICIES) return [];
  const got = `${own} of its own and ${managed} from managedPolicies`;
  return [{ path, problem: `got ${got}, want at most ${MAX_POLICIES} policies in all, the quota of a role` }];
}

function tagErrors(workload: CompiledWorkload, path: readonly PropertyKey[]): ConfigError[] {
  const keys = Object.keys(workload.tags);
  const count = keys.length + (workload.launch ? 1 : 0);
  const tooMany = {
    path: [...path, "tags"],
    problem: `got ${count} with those of the stack and the program, want at most ${MAX_TAGS}`,
  };
  const lowerCase = keys.map((key) => key.toLowerCase());
  const twice = keys.filter((key, index) => lowerCase.indexOf(key.toLowerCase()) !== index);
  return [
    ...(count > MAX_TAGS ? [tooMany] : []),
    ...twice.map((key) => ({
      path: [...path, "tags", key],
      problem: "differs from another tag of the stack only in case, which IAM ignores; write both alike",
    })),
  ];
}
