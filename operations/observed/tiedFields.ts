import { serviceFacts, type AccessService } from "../../components/access/index.ts";
import type { Target } from "../../iam/arn.ts";
import type { Call } from "./call.ts";
import { namesOf, textsIn } from "./namesIn.ts";
import { surelyAllow } from "./surelyAllow.ts";
import { allWords, compiled, isEntry, type Fields } from "./words.ts";

type Values = readonly (readonly [field: string, texts: readonly string[]])[];

/**
 * What a call says of the fields of a service, found by trying what it names: each value is needed, for with another one
 * in its place the call would not be allowed. Mostly there is one such way.
 */
export function tiedFields(service: AccessService, call: Call, target: Target): Fields[] {
  const levels = smallestLevelsWith(service, call.action);
  const { fieldNames, resources } = serviceFacts[service];
  const values: Values = fieldNames.map((name) => {
    const field = resources[name];
    return [name, field ? namesOf(field, call, target) : textsIn(call)];
  });
  const allowing = (fields: Fields) =>
    levels
      .map((level) => compiled(service, fields, level, target))
      .filter(({ statements }) => surelyAllow(statements, call));
  const isTied = (fields: Fields) =>
    Object.entries(fields).every(
      ([name, value]) => allowing({ ...fields, [name]: `${String(value)}x` }).length === 0,
    );
  const ofSize = (size: number) =>
    assignments(values, size).filter((fields) => allowing(fields).length > 0 && isTied(fields));
  const isExact = (fields: Fields) =>
    allowing(fields).some(
      ({ entry, statements }) =>
        statements.some(({ resources: named }) => named.includes(call.resource)) && isEntry(entry),
    );
  const one = ofSize(1);
  // Beside what names the resource itself, only a condition could say more.
  if (call.context === undefined && one.some(isExact)) return one;
  const few = [...one, ...ofSize(2)];
  // Three are seldom said at once, and there are many ways to say three.
  return few.length > 0 ? few : ofSize(3);
}

/** The levels that have an action by themselves, and not by another level that they include. */
function smallestLevelsWith(service: AccessService, action: string): string[] {
  const having = allWords().levelsWith(service, action);
  const { levels } = serviceFacts[service];
  const smallest = having.filter((level) => !levels[level]?.some((part) => having.includes(part)));
  return smallest.length > 0 ? smallest : [...having];
}

/** Every way to give values to some of the fields. */
function assignments(values: Values, size: number): Fields[] {
  if (size === 0) return [{}];
  return values.flatMap(([name, texts], index) => {
    const rest = assignments(values.slice(index + 1), size - 1);
    return texts.flatMap((text) => rest.map((fields) => ({ [name]: text, ...fields })));
  });
}
