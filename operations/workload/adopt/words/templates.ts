import { accessStatements, type AccessEntry } from "../../../../components/access/index.ts";
import type { Target } from "../../../../iam/arn.ts";
import type { Statement } from "../../../../iam/statement.ts";

/** A text in which a grant names something: each named group is a field. */
export type Template = RegExp;

/** One action on one resource as a grant gives it, whatever it names. */
export interface RightTemplate {
  /** In lower case. */
  readonly action: string;
  readonly resource: Template;
  readonly conditions: readonly {
    /** In lower case. */
    readonly operator: string;
    readonly key: Template;
    readonly values: readonly Template[];
  }[];
}

/**
 * What a grant compiles to, with a pattern wherever one of its texts stands, and the fields whose texts stand anywhere.
 *
 * @param patterns By field: the source of an expression for whatever may stand there.
 */
export function rightTemplates(
  entry: AccessEntry,
  patterns: Readonly<Record<string, string>>,
  target: Target,
): { readonly rights: readonly RightTemplate[]; readonly named: readonly string[] } {
  const [grant] = Object.values(entry) as Readonly<Record<string, unknown>>[];
  const found = new Set<string>();
  // Longer texts first: one may be a part of another.
  const texts = Object.entries(patterns)
    .map(([name, pattern]) => ({ name, pattern, text: String([grant?.[name]].flat()[0]) }))
    .sort((one, other) => other.text.length - one.text.length);
  const template = (text: string) => templateOf(text, texts, found);
  const rights = accessStatements(entry, target).flatMap((statement) => rightsIn(statement, template));
  return { rights, named: Object.keys(patterns).filter((name) => found.has(name)) };
}

function rightsIn(
  { Action, Resource, Condition = {} }: Statement,
  template: (text: string) => Template,
): RightTemplate[] {
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({
      operator: operator.toLowerCase(),
      key: template(key),
      values: values.map(template),
    })),
  );
  const resources = Resource.map(template);
  return Action.flatMap((action) =>
    resources.map((resource) => ({ action: action.toLowerCase(), resource, conditions })),
  );
}

interface Text {
  readonly name: string;
  readonly pattern: string;
  readonly text: string;
}

function templateOf(text: string, texts: readonly Text[], found: Set<string>): Template {
  const inside = new Set<string>();
  const source = (part: string, left: readonly Text[]): string => {
    const [first, ...others] = left;
    if (first === undefined) return escaped(part);
    return part
      .split(first.text)
      .map((piece) => source(piece, others))
      .reduce((before, after) => {
        const group = inside.has(first.name) ? `\\k<${first.name}>` : `(?<${first.name}>${first.pattern})`;
        inside.add(first.name);
        found.add(first.name);
        return before + group + after;
      });
  };
  return new RegExp(`^${source(text, texts)}$`);
}

const escaped = (literal: string) => literal.replace(/[.+^$()|[\]{}\\*?/]/g, "\\$&");
