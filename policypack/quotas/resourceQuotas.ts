import { policySize } from "../../iam/document/policySize.ts";
import type { Finding } from "../../iam/finding.ts";
import type { Resource } from "../crossguard/resource.ts";
import {
  inlineCharacters,
  managedPolicyCharacters,
  nameCharacters,
  prefixSuffixCharacters,
  userDataBytes,
  userDataProperties,
} from "./quotas.ts";

/** Quotas that AWS raises on request; the defaults are those of a new account. */
export interface RaisableQuotas {
  /** @default 10 */
  readonly managedPoliciesPerRole: number;
  /** @default 2048 */
  readonly trustPolicyCharacters: number;
}

export const defaultQuotas: RaisableQuotas = { managedPoliciesPerRole: 10, trustPolicyCharacters: 2_048 };

export const split = "split it over several policies, or join statements and shorten lists";

/** The quotas that one resource exceeds by itself. */
export function* exceededQuotas({ type, inputs }: Resource, quotas: RaisableQuotas): Generator<Finding> {
  yield* longName(type, "name", inputs.name, nameCharacters[type] ?? Infinity);
  yield* longName(
    type,
    "namePrefix",
    inputs.namePrefix,
    (nameCharacters[type] ?? Infinity) - prefixSuffixCharacters,
  );
  if (type === "aws:iam/policy:Policy")
    yield* longDocument("policy", inputs.policy, managedPolicyCharacters, split);
  const inline = inlineCharacters[type];
  if (inline !== undefined) yield* longDocument("policy", inputs.policy, inline, split);
  if (type === "aws:iam/role:Role") {
    yield* longDocument(
      "assumeRolePolicy",
      inputs.assumeRolePolicy,
      quotas.trustPolicyCharacters,
      "trust fewer principals, or have the quota raised and set trustPolicyCharacters",
    );
    const attached = inputs.managedPolicyArns;
    if (Array.isArray(attached)) yield* tooManyPolicies("managedPolicyArns", attached.length, quotas);
  }
  yield* longUserData(type, inputs);
}

export function* tooManyPolicies(at: string, attached: number, quotas: RaisableQuotas): Generator<Finding> {
  if (attached <= quotas.managedPoliciesPerRole) return;
  yield {
    at,
    got: `${attached} managed policies`,
    want: `${quotas.managedPoliciesPerRole} at most`,
    fix: "join them into fewer, or have the quota raised and set managedPoliciesPerRole",
  };
}

export function* longDocument(at: string, document: unknown, most: number, fix: string): Generator<Finding> {
  const size = policySize(document);
  if (size !== undefined && size > most) yield tooLong(at, size, most, fix);
}

export function tooLong(at: string, size: number, most: number, fix: string): Finding {
  return {
    at,
    got: `${number(size)} characters`,
    want: `${number(most)} at most, white space not counted`,
    fix,
  };
}

function* longName(type: string, at: string, value: unknown, most: number): Generator<Finding> {
  if (typeof value !== "string" || value.length <= most) return;
  const noun = type.slice(type.lastIndexOf(":") + 1);
  yield {
    at,
    got: `${value.length} characters`,
    want: `${most} at most`,
    fix: `shorten the name of the ${noun}`,
  };
}

function* longUserData(type: string, inputs: Resource["inputs"]): Generator<Finding> {
  for (const [property, base64] of userDataProperties[type] ?? []) {
    const value = inputs[property];
    if (typeof value !== "string") continue;
    const bytes = Buffer.from(value, base64 ? "base64" : "utf8").length;
    if (bytes <= userDataBytes) continue;
    yield {
      at: property,
      got: `${number(bytes)} bytes`,
      want: `${number(userDataBytes)} at most before it is encoded`,
      fix: "let the instance download the rest from S3",
    };
  }
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
