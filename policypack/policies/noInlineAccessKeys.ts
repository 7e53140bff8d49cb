import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { type AccessKeyFinding, findAccessKeys } from "../../secrets/accessKeys.ts";

const accessKeyTypes = ["aws:iam/accessKey:AccessKey", "aws-native:iam:AccessKey"];
const providerTypes = ["pulumi:providers:aws", "pulumi:providers:aws-native"];
const providerKeys = ["accessKey", "secretKey"];

const role = {
  want: "temporary credentials from a role",
  fix: "remove it, deactivate the key, and let the workload use its instance profile",
};

const plainText = {
  want: "text in which an access key would be seen",
  fix: "write it plainly, or keep it in S3 and let the workload fetch it with its role",
};

/** Every access key in the inputs of one resource, and the resource itself where it makes one. */
export function* findInlineAccessKeys({ type, inputs }: Resource): Generator<Finding> {
  if (accessKeyTypes.includes(type)) {
    yield { at: "type", got: `${type}, a key that never expires`, ...role };
  }
  const reported = new Set<string>();
  if (providerTypes.includes(type)) {
    for (const key of providerKeys) {
      if ((inputs[key] ?? "") === "") continue;
      reported.add(key);
      yield {
        at: key,
        got: "a key on the provider",
        want: "credentials from the environment or a role",
        fix: "remove it, deactivate the key, and set assumeRoles or log in before pulumi runs",
      };
    }
  }
  for (const found of findAccessKeys(inputs)) {
    if (!reported.has(found.path)) yield findingOf(found);
  }
}

function findingOf(found: AccessKeyFinding): Finding {
  if (found.kind === "unsearched text") return { at: found.path, got: found.what, ...plainText };
  const { path, kind, hint } = found;
  return { at: path, got: `an AWS ${kind}${hint === "" ? "" : ` (${hint}…)`}`, ...role };
}

export const noInlineAccessKeys: PackPolicy = {
  name: "no-inline-access-keys",
  description: "No input of a resource may hold an AWS access key, plain or encoded.",
  enforcementLevel: "mandatory",
  severity: "critical",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  remediationSteps:
    "Remove the key and deactivate it: it is in the state and in the history of the repository. Let the workload use its instance profile.",
  checkResource: findInlineAccessKeys,
};
