import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { serviceFacts, type AccessEntry } from "../../../../components/access/index.ts";
import type { Target } from "../../../../iam/arn.ts";
import type { Right } from "../../../../iam/covers/statementCovers.ts";
import type { RightTemplate, Template } from "./templates.ts";
import { servicesOf, type Shape, shapesOf } from "./shapes.ts";

/** What the fields of an entry name. */
type Names = Readonly<Record<string, string>>;

/** Entries of which each right is written somewhere among some rights, in the form that the entry has. */
export function candidateEntries(rights: readonly Right[], target: Target): AccessEntry[] {
  const byAction = new Map<string, Right[]>();
  for (const right of rights) {
    const action = "is" in right.action ? right.action.is.toLowerCase() : "";
    byAction.set(action, [...(byAction.get(action) ?? []), right]);
  }
  const entries = servicesOf(new Set(byAction.keys()), target)
    .flatMap((service) => shapesOf(service, target))
    .flatMap((shape) => namesIn(shape, byAction).flatMap((names) => entryOf(shape, names) ?? []));
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** A prefix that is not the whole of a path ends in a star, which its pattern leaves out. */
function entryOf({ service, fixed, named }: Shape, names: Names): AccessEntry | undefined {
  const order = [...serviceFacts[service].fieldNames, "key", "level"];
  const written = [names, ...named.map((name) => ({ ...names, [name]: `${names[name] ?? ""}*` }))]
    .map((texts) => Object.entries({ ...texts, ...fixed }))
    .map((fields) => fields.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)))
    .map((fields) => ({ [service]: Object.fromEntries(fields) }))
    .find((entry) => accessEntry.safeParse(entry).success);
  return written;
}

/** Every way to name things so that all rights of a shape are there. */
function namesIn({ rights }: Shape, byAction: ReadonlyMap<string, readonly Right[]>): Names[] {
  const held = rights
    .map((template) => ({ template, among: byAction.get(template.action) ?? [] }))
    .sort((one, other) => one.among.length - other.among.length);
  let ways: Names[] = [{}];
  for (const { template, among } of held) {
    const matching = distinct(among.flatMap((right) => matches(template, right)));
    ways = distinct(ways.flatMap((way) => matching.flatMap((other) => joined(way, other))));
    if (ways.length === 0) return [];
  }
  return ways;
}

function matches(template: RightTemplate, { resource, conditions }: Right): Names[] {
  if (!("is" in resource) || conditions.length !== template.conditions.length) return [];
  let ways = matched(template.resource, resource.is);
  for (const { operator, key, values } of template.conditions) {
    const tests = conditions.filter((test) => test.operator.toLowerCase() === operator);
    const of = tests.flatMap((test) => {
      const onKey = matched(key, test.key);
      return values.reduce<Names[]>(
        (before, value) =>
          before.flatMap((way) =>
            test.values.flatMap((text) =>
              typeof text === "string" ? matched(value, text).flatMap((one) => joined(way, one)) : [],
            ),
          ),
        onKey,
      );
    });
    ways = ways.flatMap((way) => of.flatMap((other) => joined(way, other)));
  }
  return ways;
}

function matched(template: Template, text: string): Names[] {
  const match = template.exec(text);
  return match ? [{ ...match.groups }] : [];
}

/** Both, or nothing where they name one thing in two ways. */
function joined(one: Names, other: Names): Names[] {
  const clash = Object.entries(other).some(([name, text]) => (one[name] ?? text) !== text);
  return clash ? [] : [{ ...one, ...other }];
}

function distinct(ways: readonly Names[]): Names[] {
  const key = (way: Names) => JSON.stringify(Object.entries(way).sort());
  return [...new Map(ways.map((way) => [key(way), way])).values()];
}
