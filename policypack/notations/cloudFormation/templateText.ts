import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { isObject } from "../../../iam/document/elements.ts";
import { readJson } from "../../../iam/document/jsonText.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";

/** A template of CloudFormation as plain data, and what of it could not be read, in words. */
export interface Template {
  /** Empty where the text is no template. */
  readonly template: Readonly<Record<string, unknown>>;
  readonly problem?: string;
}

/**
 * CloudFormation itself takes at most this many bytes, from S3; longer texts are not read.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const maxTemplateLength = 1_048_576;

/** Rules ask for the same few templates one after the other. */
const latest = new Map<string, Template>();
const mostKept = 16;

/** Reads a template that is JSON or YAML text, or an object. Never throws. */
export function readTemplate(body: unknown): Template {
  if (isObject(body)) return { template: body as Template["template"] };
  if (typeof body !== "string" || body.trim() === "") return { template: {}, problem: "no template" };
  const known = latest.get(body);
  if (known !== undefined) return known;
  const read = templateIn(body);
  if (latest.size >= mostKept) latest.clear();
  latest.set(body, read);
  return read;
}

function templateIn(text: string): Template {
  if (text.length > maxTemplateLength) return { template: {}, problem: "a template of more than 1 MiB" };
  const read = /^\s*\{/.test(text) ? readJson(text) : undefined;
  const { value, problem } =
    read?.json === undefined ? readYaml(text) : { value: read.json, problem: read.problem };
  if (!isObject(value)) return { template: {}, problem: problem ?? "text that is no template" };
  return { template: value as Template["template"], ...(problem !== undefined && { problem }) };
}

interface Yaml {
  readonly value: unknown;
  readonly problem?: string | undefined;
}

function readYaml(text: string): Yaml {
  try {
    const document = parseDocument(text, { logLevel: "silent", prettyErrors: false });
    const broken = document.errors.find(({ code }) => code !== "DUPLICATE_KEY");
    if (broken !== undefined) return { value: undefined, problem: "text that is neither JSON nor YAML" };
    const repeats = document.errors.length > 0;
    return {
      value: plainValue(document.contents),
      problem: repeats ? "an object with the same key twice" : undefined,
    };
  } catch {
    // Nested deeper than the parser goes.
    return { value: undefined, problem: "text that is neither JSON nor YAML" };
  }
}

/**
 * A node as plain data, with the short tags written out: `!Sub x` is `{ "Fn::Sub": "x" }`. Aliases are none of
 * CloudFormation's YAML.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
function plainValue(node: Node | null | undefined): unknown {
  if (isAlias(node)) return UNKNOWN;
  const [, name] = /^!(\w+(?:::\w+)*)$/.exec(node?.tag ?? "") ?? [];
  const value = untaggedValue(node);
  if (name === undefined) return value;
  return { [name === "Ref" || name === "Condition" ? name : `Fn::${name}`]: value };
}

function untaggedValue(node: Node | null | undefined): unknown {
  if (isSeq<Node>(node)) return node.items.map(plainValue);
  if (isMap<Node, Node>(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : "", plainValue(value)]),
    );
  return isScalar(node) ? node.value : null;
}
