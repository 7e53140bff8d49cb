import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { isObject } from "../../../iam/document/elements.ts";
import { readJson } from "../../../iam/document/jsonText.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { Remembered } from "./remembered.ts";

/** A template of CloudFormation as plain data, and what of it could not be read, in words. */
export interface Template {
  /** Empty where the text is no template. */
  readonly template: Readonly<Record<string, unknown>>;
  readonly problem?: string;
}

/**
 * Most bytes that CloudFormation takes as the text of a template.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
 */
const maxTemplateBytes = 51_200;

const remembered = new Remembered<Template>();

/** Reads a template that is JSON or YAML text, or an object. Never throws. */
export function readTemplate(body: unknown): Template {
  if (isObject(body)) return { template: body as Template["template"] };
  if (typeof body !== "string" || body.trim() === "") return { template: {}, problem: "no template" };
  return remembered.get(body, () => templateIn(body));
}

function templateIn(text: string): Template {
  if (Buffer.byteLength(text) > maxTemplateBytes)
    return {
      template: {},
      problem: "a template of more than 51,200 bytes, which CloudFormation does not take",
    };
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

const noYaml = { value: undefined, problem: "text that is neither JSON nor YAML" };

function readYaml(text: string): Yaml {
  if (isNestedDeep(text)) return noYaml;
  try {
    // The library's own search for keys that stand twice compares each with each.
    const document = parseDocument(text, { logLevel: "silent", prettyErrors: false, uniqueKeys: false });
    if (document.errors.length > 0) return noYaml;
    const found = { repeats: false };
    const value = plainValue(document.contents, found);
    return { value, problem: found.repeats ? "an object with the same key twice" : undefined };
  } catch {
    // Nested deeper than the parser goes.
    return noYaml;
  }
}

/** No template is nested this deep, which takes the parser seconds before it gives up. */
const deepestBrackets = 1_000;

function isNestedDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = "[{".includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestBrackets) return true;
  }
  return false;
}

/**
 * A node as plain data, with the short tags written out: `!Sub x` is `{ "Fn::Sub": "x" }`. Aliases are none of
 * CloudFormation's YAML.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
function plainValue(node: Node | null | undefined, found: { repeats: boolean }): unknown {
  if (isAlias(node)) return UNKNOWN;
  const [, name] = /^!(\w+(?:::\w+)*)$/.exec(node?.tag ?? "") ?? [];
  const value = untaggedValue(node, found);
  if (name === undefined) return value;
  return { [name === "Ref" || name === "Condition" ? name : `Fn::${name}`]: value };
}

function untaggedValue(node: Node | null | undefined, found: { repeats: boolean }): unknown {
  if (isSeq<Node>(node)) return node.items.map((item) => plainValue(item, found));
  if (isMap<Node, Node>(node)) {
    const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
    if (new Set(keys).size < keys.length) found.repeats = true;
    return Object.fromEntries(
      node.items.map(({ value }, index) => [keys[index] ?? "", plainValue(value, found)]),
    );
  }
  return isScalar(node) ? node.value : null;
}
