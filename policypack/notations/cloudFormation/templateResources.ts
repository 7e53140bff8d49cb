import { isObject } from "../../../iam/document/elements.ts";
import { propertyPath } from "../../../iam/document/propertyPath.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import type { JudgedResource } from "../judgedResource.ts";
import { renamed } from "../renamed.ts";
import { cloudControlNaming, cloudControlType } from "./cloudControl.ts";
import { resolved, type Scope } from "./intrinsics.ts";
import { Remembered } from "./remembered.ts";
import { readTemplate } from "./templateText.ts";
import { usesFunction } from "./usesFunction.ts";

type Named = Readonly<Record<string, unknown>>;

/**
 * The resources of a template, as `aws-native` would hold them: its types are CloudFormation's. A template with `Fn::If`
 * is read twice, once as if every condition held and once as if none did.
 *
 * @param at Where the template stands, such as `templateBody`.
 * @param given The parameters that the stack sets; `UNKNOWN` where a preview does not know them.
 */
export function templateResources(body: unknown, at: string, given: unknown): readonly JudgedResource[] {
  if (typeof body !== "string") return resourcesIn(body, at, given);
  const unknowns = (_: string, value: unknown) => (value === UNKNOWN ? "\0" : value);
  return remembered.get(`${at}\0${JSON.stringify(given, unknowns)}\0${body}`, () =>
    resourcesIn(body, at, given),
  );
}

const remembered = new Remembered<readonly JudgedResource[]>();

function resourcesIn(body: unknown, at: string, given: unknown): JudgedResource[] {
  const { template } = readTemplate(body);
  const resources = namedOf(template.Resources);
  const scope = {
    parameters: parametersOf(template, given),
    mappings: namedOf(template.Mappings),
    logicalIds: new Set(Object.keys(resources)),
  };
  const readings = usesFunction(template.Resources, "Fn::If") ? [true, false] : [true];
  return readings.flatMap((holds) =>
    Object.entries(resources).flatMap(([id, resource]) =>
      resourceOf(id, resource, propertyPath(`${at}.Resources`, id), { ...scope, holds }),
    ),
  );
}

function resourceOf(id: string, resource: unknown, at: string, scope: Scope): JudgedResource[] {
  const { Type: type, Properties: properties } = namedOf(resource);
  const known = cloudControlType(type);
  if (known === undefined) return [];
  const values: Record<string, unknown> = {};
  const refersTo: Record<string, readonly string[]> = {};
  for (const [key, value] of Object.entries(namedOf(resolved(properties, scope).value))) {
    values[key] = value;
    refersTo[cloudControlNaming.known(key)] = resolved(namedOf(properties)[key], scope).refersTo;
  }
  return [
    { type: known, logicalId: id, refersTo, ...renamed(values, cloudControlNaming, `${at}.Properties`) },
  ];
}

/** A list of texts is written as one text with commas. */
function parametersOf(template: Named, given: unknown): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, parameter] of Object.entries(namedOf(template.Parameters))) {
    const { Type: type = "String", Default: fallback } = namedOf(parameter);
    const value = given === UNKNOWN ? UNKNOWN : (namedOf(given)[name] ?? fallback ?? UNKNOWN);
    const isList = /^(?:CommaDelimitedList|List<)/.test(String(type));
    // Such a parameter holds the name of another parameter, which has the value.
    if (String(type).startsWith("AWS::SSM::Parameter::Value")) values.set(name, UNKNOWN);
    else if (isList && typeof value === "string")
      values.set(
        name,
        value.split(",").map((item) => item.trim()),
      );
    else values.set(name, value);
  }
  return values;
}

function namedOf(value: unknown): Named {
  return (isObject(value) ? value : {}) as Named;
}
