import type { Resource } from "../crossguard/resource.ts";
import { type PlacedValue, valuesAt } from "./valuesAt.ts";

/**
 * Where a type names a template of CloudFormation that is kept elsewhere; empty for a type that deploys one which it does
 * not even name.
 */
const templatesElsewhere: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudformation/stack:Stack": ["templateUrl"],
  "aws:cloudformation/stackSet:StackSet": ["templateUrl"],
  "aws:servicecatalog/product:Product": [
    "provisioningArtifactParameters.templateUrl",
    "provisioningArtifactParameters.templatePhysicalId",
  ],
  "aws:servicecatalog/provisioningArtifact:ProvisioningArtifact": ["templateUrl", "templatePhysicalId"],
  "aws:servicecatalog/provisionedProduct:ProvisionedProduct": ["productId", "productName"],
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": ["applicationId"],
  "aws-native:cloudformation:Stack": ["templateUrl"],
  "aws-native:cloudformation:StackSet": ["templateUrl"],
  "aws-native:servicecatalog:CloudFormationProduct": ["provisioningArtifactParameters[].info"],
  "aws-native:servicecatalog:CloudFormationProvisionedProduct": ["productId", "productName"],
  "aws-native:serverless:Application": ["location"],
};

/** The templates of a resource that are kept elsewhere. */
export function templatesKeptElsewhere({ type, inputs }: Resource): PlacedValue[] {
  return (templatesElsewhere[type] ?? []).flatMap((path) => valuesAt(inputs, path));
}
