import { statementsOf } from "../../iam/document/readDocument.ts";
import { isObject } from "../../iam/document/elements.ts";
import { propertyPath } from "../../iam/document/propertyPath.ts";
import type { Resource } from "../crossguard/resource.ts";
import { documentTypes } from "./identityGrants.ts";

/**
 * Types of AWS whose documents have no principal and yet grant nothing, since they only take away from what an identity
 * has: policies of an organization, of sessions, and of endpoints.
 */
const limitingTypes = new Set([
  "aws:organizations/policy:Policy",
  "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  "aws:rolesanywhere/profile:Profile",
  "aws:transfer/access:Access",
  "aws:transfer/user:User",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
  "aws:odb/network:Network",
  "aws-native:organizations:Policy",
  "aws-native:eks:PodIdentityAssociation",
  "aws-native:rolesanywhere:Profile",
  "aws-native:transfer:User",
  "aws-native:ec2:VpcEndpoint",
]);

/** How properties are called that hold documents: many others hold text that reads like one, such as files. */
const ofDocuments = /(?:polic(?:y|ies)|document|statements?)\w*(?:\[\d+\])*$/i;

/**
 * Where a resource of AWS holds what reads like an identity policy document, with actions and resources and without a
 * principal, though its type is none of those that are judged.
 */
export function otherDocuments({ type, inputs }: Resource): string[] {
  if (!/^aws(?:-native)?:/.test(type) || documentTypes.has(type) || limitingTypes.has(type)) return [];
  return [...documentsIn(inputs, "")];
}

function* documentsIn(value: unknown, at: string): Generator<string> {
  if (typeof value === "string") {
    if (ofDocuments.test(at) && value.includes('"Statement"') && isIdentityDocument(value)) yield at;
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* documentsIn(item, `${at}[${index}]`);
  } else if (isObject(value)) {
    if (ofDocuments.test(at) && "Statement" in value && isIdentityDocument(value)) yield at;
    else
      for (const [key, item] of Object.entries(value))
        // What a template holds is judged as what it makes.
        if (key !== "templateBody") yield* documentsIn(item, propertyPath(at, key));
  }
}

function isIdentityDocument(document: unknown): boolean {
  return statementsOf(document).some(
    ({ effect, actions, notActions, resources, notResources, principals, notPrincipals }) =>
      effect === "Allow" &&
      actions.length + notActions.length > 0 &&
      resources.length + notResources.length > 0 &&
      principals.length + notPrincipals.length === 0,
  );
}
