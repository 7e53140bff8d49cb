import type { Resource } from "../crossguard/resource.ts";
import type { JudgedResource } from "./judgedResource.ts";
import { type Naming, renamed } from "./renamed.ts";

/**
 * Resources that keep the types of Terraform: those of its modules, which Pulumi's provider of modules reports as
 * `<package>:tf:aws_iam_role` with the names of Terraform, and those of its AWS providers that any program may use under
 * the tokens of Pulumi's bridge, `aws:index/iamRole:IamRole`. Both AWS providers are read: `aws`, and `awscc`, which is
 * made from Cloud Control as Pulumi's `aws-native` is.
 * https://www.pulumi.com/docs/iac/guides/building-extending/using-existing-tools/use-terraform-module/
 * https://www.pulumi.com/registry/packages/terraform-provider/
 */
export function fromTerraform(resource: Resource): JudgedResource | undefined {
  const [terraform, naming] = namedByModule(resource.type) ?? namedByBridge(resource.type) ?? [];
  const type = terraform && knownType(terraform);
  if (type === undefined || naming === undefined) return undefined;
  return { type, ...renamed(resource.inputs, naming) };
}

/** A type as Terraform calls it, and how its properties are written. */
type Named = readonly [terraform: string, naming: Naming];

function namedByModule(token: string): Named | undefined {
  const [, terraform] = /^[^:]+:tf:(aws(?:cc)?_[a-z0-9_]+)$/.exec(token) ?? [];
  if (terraform === undefined) return undefined;
  const plurals = repeated[terraform] ?? {};
  const known = (written: string) => plurals[written] ?? camelCase(written);
  return [terraform, { known, written: snakeCase, single }];
}

/** The bridge has the names of Pulumi already, but for what a newer one may hold as a list of one. */
function namedByBridge(token: string): Named | undefined {
  const [, provider, name] = /^(aws|awscc):index(?:\/\w+)?:([A-Z]\w*)$/.exec(token) ?? [];
  if (provider === undefined || name === undefined) return undefined;
  return [`${provider}${snakeCase(name)}`, { known: (own) => own, written: (own) => own, single }];
}

/** Types of EC2 that Terraform names without their service. */
const ofEc2 =
  /^aws_(instance|launch_template|launch_configuration|spot_instance_request|spot_fleet_request)$/;

/** Types whose names in Pulumi follow no rule. */
const irregular: Readonly<Record<string, string>> = {
  aws_cloudcontrolapi_resource: "aws:cloudcontrol/resource:Resource",
  aws_serverlessapplicationrepository_cloudformation_stack:
    "aws:serverlessrepository/cloudFormationStack:CloudFormationStack",
};

function knownType(terraform: string): string | undefined {
  const [, alone] = ofEc2.exec(terraform) ?? [];
  const [, provider, service, own] = /^(aws|awscc)_([a-z0-9]+)_(\w+)$/.exec(terraform) ?? [];
  const name = camelCase(alone ?? own ?? "");
  if (name === "") return undefined;
  const className = name.charAt(0).toUpperCase() + name.slice(1);
  if (provider === "awscc") return `aws-native:${service}:${className}`;
  return irregular[terraform] ?? `aws:${alone === undefined ? service : "ec2"}/${name}:${className}`;
}

/** Blocks that Pulumi calls in the plural, since each may be there several times. */
const repeated: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_iam_role: { inline_policy: "inlinePolicies" },
  aws_spot_fleet_request: {
    launch_specification: "launchSpecifications",
    launch_template_config: "launchTemplateConfigs",
  },
};

/** Blocks that may be there once, which Terraform holds as lists of one. */
const single = new Set([
  "metadataOptions",
  "launchTemplate",
  "customerManagedPolicyReference",
  "provisioningArtifactParameters",
]);

function camelCase(text: string): string {
  return text.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
