import { isObject } from "../../../iam/document/elements.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";

/** What the intrinsic functions of one template refer to. */
export interface Scope {
  /** The values of parameters, as far as they are known. */
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly logicalIds: ReadonlySet<string>;
  /** Which value of every `Fn::If` counts: the one if its condition holds, or the other. */
  readonly holds: boolean;
}

/** A value without intrinsic functions, and the resources that they referred to. */
export interface Resolved {
  readonly value: unknown;
  readonly refersTo: readonly string[];
}

/** Stands for `AWS::NoValue`, which takes away the property that has it. */
const noValue = Symbol("no value");

/**
 * Resolves the intrinsic functions of a value. What another resource of the template decides, or the account and the
 * Region, is one text that nobody can choose: it stays as `${Queue.Arn}`, which is a literal to the rules, as a policy
 * variable is. What somebody may still choose, or nothing here says, is `UNKNOWN`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolved(value: unknown, scope: Scope): Resolved {
  const refersTo = new Set<string>();
  const found = resolve(value, { ...scope, refersTo });
  return { value: found === noValue ? undefined : found, refersTo: [...refersTo] };
}

interface Resolving extends Scope {
  readonly refersTo: Set<string>;
}

function resolve(value: unknown, scope: Resolving): unknown {
  if (typeof value === "string") return isDynamic(value) ? UNKNOWN : value;
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== noValue);
  if (!isObject(value)) return value;
  const entries = Object.entries(value) as [string, unknown][];
  const [[name, argument] = ["", undefined], ...more] = entries;
  if (more.length === 0 && (name === "Ref" || name.startsWith("Fn::"))) return call(name, argument, scope);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, resolve(item, scope)] as const).filter(([, item]) => item !== noValue),
  );
}

/** A dynamic reference is read from Parameter Store or Secrets Manager when the template is deployed. */
function isDynamic(text: string): boolean {
  return text.includes("{{resolve:");
}

function call(name: string, argument: unknown, scope: Resolving): unknown {
  if (name === "Fn::If") {
    const [, then, otherwise] = listOf(argument);
    return resolve(scope.holds ? then : otherwise, scope);
  }
  if (name === "Ref") return referred(argument, scope);
  if (name === "Fn::GetAtt") return attribute(argument, scope);
  if (name === "Fn::Sub") return substituted(argument, scope);
  const value = resolve(argument, scope);
  const of = functions[name];
  return of === undefined ? UNKNOWN : of(value, scope);
}

const functions: Readonly<Record<string, (value: unknown, scope: Scope) => unknown>> = {
  "Fn::Base64": (value) => (isText(value) ? Buffer.from(String(value), "utf8").toString("base64") : UNKNOWN),
  "Fn::Join": (value) => {
    const [separator, items] = listOf(value);
    return isText(separator) && Array.isArray(items) && items.every(isText)
      ? items.join(String(separator))
      : UNKNOWN;
  },
  "Fn::Split": (value) => {
    const [separator, text] = listOf(value);
    const isPlain = isText(separator) && isText(text) && !String(text).includes("${");
    return isPlain ? String(text).split(String(separator)) : UNKNOWN;
  },
  "Fn::Select": (value) => {
    const [index, items] = listOf(value);
    return (Array.isArray(items) ? (items[Number(index)] as unknown) : undefined) ?? UNKNOWN;
  },
  "Fn::FindInMap": (value, { mappings }) => {
    const keys = listOf(value).slice(0, 3);
    if (keys.length < 3) return UNKNOWN;
    return keys.reduce<unknown>(
      (holder, key) =>
        isObject(holder) && isText(key) && Object.hasOwn(holder, String(key))
          ? (holder as Readonly<Record<string, unknown>>)[String(key)]
          : UNKNOWN,
      mappings,
    );
  },
};

function referred(name: unknown, { parameters, logicalIds, refersTo }: Resolving): unknown {
  if (typeof name !== "string") return UNKNOWN;
  if (name === "AWS::NoValue") return noValue;
  // Rules judge every partition alike.
  if (name === "AWS::Partition") return "aws";
  // Without its colons, which part an ARN.
  if (name.startsWith("AWS::")) return `\${${name.slice("AWS::".length)}}`;
  if (parameters.has(name)) return parameters.get(name);
  if (!logicalIds.has(name)) return UNKNOWN;
  refersTo.add(name);
  return `\${${name}}`;
}

function attribute(argument: unknown, { logicalIds, refersTo }: Resolving): unknown {
  const path = Array.isArray(argument) ? argument.map(String).join(".") : argument;
  if (typeof path !== "string") return UNKNOWN;
  const [id = ""] = path.split(".");
  if (!logicalIds.has(id)) return UNKNOWN;
  refersTo.add(id);
  return `\${${path}}`;
}

/** `${!name}` is how `Fn::Sub` writes `${name}`, such as a policy variable. */
function substituted(argument: unknown, scope: Resolving): unknown {
  const [text, own] = Array.isArray(argument) ? (argument as unknown[]) : [argument];
  if (typeof text !== "string") return UNKNOWN;
  const variables = (isObject(own) ? own : {}) as Readonly<Record<string, unknown>>;
  let isKnown = !isDynamic(text);
  const filled = text.replace(/\$\{(!?)([^{}]*)\}/g, (_, kept: string, content: string) => {
    if (kept !== "") return `\${${content}}`;
    const name = content.trim();
    const value = Object.hasOwn(variables, name)
      ? resolve(variables[name], scope)
      : name.includes(".")
        ? attribute(name, scope)
        : referred(name, scope);
    if (!isText(value)) isKnown = false;
    return String(value);
  });
  return isKnown ? filled : UNKNOWN;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function isText(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
