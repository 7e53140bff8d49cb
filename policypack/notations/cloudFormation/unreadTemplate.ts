import { isObject } from "../../../iam/document/elements.ts";
import { propertyPath } from "../../../iam/document/propertyPath.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import type { Resource } from "../../crossguard/resource.ts";
import { templateBody } from "./templateBodies.ts";
import { readTemplate } from "./templateText.ts";
import { usesFunction } from "./usesFunction.ts";

/** A part of a template that is not read, and why, in words. */
export interface UnreadPart {
  readonly at: string;
  readonly what: string;
}

/**
 * What of the template of a resource is not read: a text that is no template, and what CloudFormation makes only when it
 * deploys, by a macro or from a module.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html
 */
export function unreadParts(resource: Resource): UnreadPart[] {
  const found = templateBody(resource);
  if (found === undefined || found.body === UNKNOWN) return [];
  const { template, problem } = readTemplate(found.body);
  const { Transform: transform, Resources: resources } = template;
  const at = (name: string) => propertyPath(found.at, name);
  return [
    ...(problem === undefined ? [] : [{ at: found.at, what: problem }]),
    ...(problem === undefined && !isObject(resources) ? [{ at: found.at, what: "no Resources" }] : []),
    ...(transform === undefined ? [] : [{ at: at("Transform"), what: "a macro" }]),
    ...Object.entries(isObject(resources) ? resources : {}).flatMap(([id, part]: [string, unknown]) => {
      const place = propertyPath(at("Resources"), id);
      if (id.startsWith("Fn::") || (isObject(part) && "Fn::Transform" in part))
        return [{ at: place, what: "a macro" }];
      const type = isObject(part) && "Type" in part ? part.Type : undefined;
      if (typeof type === "string" && type.endsWith("::MODULE")) return [{ at: place, what: "a module" }];
      return usesFunction(part, "Fn::Transform") ? [{ at: place, what: "a macro" }] : [];
    }),
  ];
}
