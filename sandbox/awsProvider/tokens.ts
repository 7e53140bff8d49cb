/**
 * Names of one resource type or function in three places: `aws:iam/role:Role` in `@pulumi/aws`,
 * `aws:index/iamRole:IamRole` in the bridge, `aws_iam_role` in the Terraform provider.
 */

/** Modules of `@pulumi/aws` whose Terraform names carry no module prefix. */
const modulesWithoutPrefix = new Set(["index", "ec2", "sts", "lb", "alb", "elb"]);

/** Names that follow no rule. */
const exceptions: Readonly<Record<string, string>> = {
  "iam/SshKey": "IamUserSshKey",
  "iam/OpenIdConnectProvider": "IamOpenidConnectProvider",
  "ec2/getVpnConnection": "getEc2VpnConnection",
};

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function bridgeName(module: string, name: string): string {
  const exception = exceptions[`${module}/${name}`];
  if (exception) return exception;
  const [, get = "", rest = name] = /^(get(?=[A-Z]))?(.+)$/.exec(name) ?? [];
  const prefix = modulesWithoutPrefix.has(module) ? "" : upperFirst(module);
  // `V2` marks a second class over one Terraform resource, as in s3.BucketV2.
  return get + prefix + upperFirst(prefix ? rest.replace(/V2$/, "") : rest);
}

/** The bridge's token for a token of `@pulumi/aws`; any other token stays as it is. */
export function bridgeToken(token: string): string {
  const [, module, name] = /^aws:([^/:]+)(?:\/[^:]+)?:(\w+)$/.exec(token) ?? [];
  if (!module || !name) return token;
  const bridge = bridgeName(module, name);
  return `aws:index/${lowerFirst(bridge)}:${bridge}`;
}

/** The Terraform type that a bridge token stands for. */
export function terraformType(token: string): string {
  const name = (token.split(":")[2] ?? "").replace(/^get(?=[A-Z])/, "");
  return `aws${upperFirst(name).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** A URN with its own type (the last of the parent chain) in the bridge's words. */
export function bridgeUrn(urn: string): string {
  const parts = urn.split("::");
  const types = (parts[2] ?? "").split("$");
  const own = types.pop() ?? "";
  parts[2] = [...types, bridgeToken(own)].join("$");
  return parts.join("::");
}
