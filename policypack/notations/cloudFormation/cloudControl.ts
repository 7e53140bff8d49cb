import { isObject } from "../../../iam/document/elements.ts";
import { readJson } from "../../../iam/document/jsonText.ts";
import type { Resource } from "../../crossguard/resource.ts";
import type { JudgedResource } from "../judgedResource.ts";
import { type Naming, renamed } from "../renamed.ts";

/** `AWS::IAM::Role` as `aws-native:iam:Role`; undefined for what is no type of AWS. */
export function cloudControlType(type: unknown): string | undefined {
  const [, service, name] = /^AWS::(\w+)::(\w+)$/.exec(typeof type === "string" ? type : "") ?? [];
  return service && name && `aws-native:${service.toLowerCase()}:${name}`;
}

/** CloudFormation's names are those of `aws-native` with a capital: `PolicyDocument`, `TemplateURL`. */
export const cloudControlNaming: Naming = {
  known: (written) => written.charAt(0).toLowerCase() + written.slice(1).replace(/URL$/, "Url"),
  written: (known) => known.charAt(0).toUpperCase() + known.slice(1).replace(/Url$/, "URL"),
};

/** Types that make a resource of any type of CloudFormation: where they name the type, and where its properties stand. */
const makersOfAnyType: Readonly<Record<string, readonly [type: string, properties: string]>> = {
  "aws:cloudcontrol/resource:Resource": ["typeName", "desiredState"],
  "aws-native:index:ExtensionResource": ["type", "properties"],
};

/**
 * What a resource of any type makes, under the names of `aws-native`.
 * https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-create.html
 */
export function fromCloudControl({ type, inputs }: Resource): JudgedResource | undefined {
  const [typeAt, propertiesAt] = makersOfAnyType[type] ?? [];
  if (typeAt === undefined || propertiesAt === undefined) return undefined;
  const known = cloudControlType(inputs[typeAt]);
  const written = inputs[propertiesAt];
  const properties = typeof written === "string" ? readJson(written).json : written;
  if (known === undefined || !isObject(properties)) return undefined;
  return { type: known, ...renamed(properties, cloudControlNaming, propertiesAt) };
}
