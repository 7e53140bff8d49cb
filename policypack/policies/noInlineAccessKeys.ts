import { findAccessKeys } from "../support/accessKeys";
import { resourcePolicy } from "../support/adapter";
import type { Finding, Resource } from "../support/finding";

const accessKeyType = "aws:iam/accessKey:AccessKey";
const providerType = "pulumi:providers:aws";
const providerKeys = ["accessKey", "secretKey"];

const wantRole = "temporary credentials from a role, such as the instance profile gives";

/** Every access key in the inputs of one resource, and the resource itself where it makes one. */
export function* findInlineAccessKeys({ type, inputs }: Resource): Generator<Finding> {
  if (type === accessKeyType) {
    yield { at: "type", found: `${type}, a key that never expires`, want: wantRole };
  }
  const reported = new Set<string>();
  if (type === providerType) {
    for (const key of providerKeys) {
      if ((inputs[key] ?? "") === "") continue;
      reported.add(key);
      yield { at: key, found: "set on the provider", want: "credentials from the environment or a role" };
    }
  }
  for (const { path, kind, hint } of findAccessKeys(inputs)) {
    if (reported.has(path)) continue;
    yield { at: path, found: `an AWS ${kind}${hint === "" ? "" : ` (${hint}…)`}`, want: wantRole };
  }
}

export const noInlineAccessKeys = resourcePolicy(
  {
    name: "no-inline-access-keys",
    description: "No input of a resource may hold an AWS access key.",
    enforcementLevel: "mandatory",
    severity: "critical",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
    remediationSteps:
      "Remove the key and deactivate it: it is in the state and in the history of the repository. Let the workload use its instance profile.",
  },
  findInlineAccessKeys,
);
