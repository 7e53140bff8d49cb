import type { Resource } from "../../crossguard/resource.ts";
import { isObject } from "../../../iam/document/elements.ts";

/** A template in the inputs of a resource, unknown ones included. */
export interface TemplateBody {
  readonly at: string;
  readonly body: unknown;
  /** The parameters that the resource sets, by name; as they are where that is unknown. */
  readonly parameters: unknown;
}

/** Types that deploy a template of CloudFormation, each from its `templateBody`. */
const templateTypes = new Set([
  "aws:cloudformation/stack:Stack",
  "aws:cloudformation/stackSet:StackSet",
  "aws-native:cloudformation:Stack",
  "aws-native:cloudformation:StackSet",
]);

/** The template of a resource that deploys one. */
export function templateBody({ type, inputs }: Resource): TemplateBody | undefined {
  const body = inputs.templateBody;
  if (!templateTypes.has(type) || body === undefined || body === null || body === "") return undefined;
  return { at: "templateBody", body, parameters: byName(inputs.parameters) };
}

/** A stack set of `aws-native` lists its parameters, each with its key and its value. */
function byName(parameters: unknown): unknown {
  if (!Array.isArray(parameters)) return parameters;
  return Object.fromEntries(
    parameters
      .filter(isObject)
      .map((item) => item as { parameterKey?: unknown; parameterValue?: unknown })
      .map(({ parameterKey, parameterValue }) => [String(parameterKey), parameterValue]),
  );
}
