import type { Finding } from "../../iam/finding.ts";
import { cisControl } from "../crossguard/cisBenchmark.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { findAccessKeys, type FoundAccessKey, type UnsearchedText } from "../../secrets/accessKeys.ts";
import type { JudgedResource } from "../notations/judgedResource.ts";
import { judgedResources } from "../notations/judgedResources.ts";
import { searchedInputs } from "../crossguard/searchedInputs.ts";

const accessKey = { what: "a key that never expires", noun: "key" };
const serviceCredential = { what: "a password of a user", noun: "credential" };
const accessKeyTypes: Readonly<Record<string, typeof accessKey>> = {
  "aws:iam/accessKey:AccessKey": accessKey,
  "aws-native:iam:AccessKey": accessKey,
  "aws:iam/serviceSpecificCredential:ServiceSpecificCredential": serviceCredential,
  "aws-native:iam:ServiceSpecificCredential": serviceCredential,
};
const providerTypes = ["pulumi:providers:aws", "pulumi:providers:aws-native"];
const providerKeys: Readonly<Record<string, string>> = {
  accessKey: "a key",
  secretKey: "a key",
  token: "a session token",
};

const wantRole = "temporary credentials from a role";
const fixBy = (step: string): string => `remove it, ${step}and let the workload use its instance profile`;
/** How to get rid of what is no access key: nothing deactivates a session token. */
const fixes: Readonly<Partial<Record<FoundAccessKey["kind"], string>>> = {
  "session token": fixBy(""),
  "Bedrock API key": fixBy("delete the key, "),
  "service-specific password": fixBy("reset the password, "),
};

const plainText = {
  want: "text in which an access key would be seen",
  fix: "write it plainly, or keep it in S3 and let the workload fetch it with its role",
};

/** Every access key in the inputs of one resource, and the resource itself where it makes one. */
export async function* findInlineAccessKeys(resource: Resource): AsyncGenerator<Finding> {
  const { type, inputs } = resource;
  const judged = judgedResources(resource);
  const makers = new Set<string>();
  for (const { type: known, logicalId, at } of judged) {
    const made = accessKeyTypes[known];
    const where = logicalId === undefined ? "type" : at("");
    // A template with conditions is read twice.
    if (made === undefined || makers.has(where)) continue;
    makers.add(where);
    yield {
      at: where,
      got: `${logicalId === undefined ? type : known}, ${made.what}`,
      want: wantRole,
      fix: fixBy(`deactivate the ${made.noun}, `),
    };
  }
  const reported = new Set<string>();
  if (providerTypes.includes(type)) {
    for (const [key, what] of Object.entries(providerKeys)) {
      if ((inputs[key] ?? "") === "") continue;
      reported.add(key);
      const deactivate = key === "token" ? "" : "deactivate the key, ";
      yield {
        at: key,
        got: `${what} on the provider`,
        want: "credentials from the environment or a role",
        fix: `remove it, ${deactivate}and set assumeRoles or log in before pulumi runs`,
      };
    }
  }
  const kinds = new Set<string>();
  for await (const found of searchedInputs(inputs)) {
    if (found.kind === "closed text" || reported.has(found.path)) continue;
    kinds.add(found.kind);
    yield findingOf(found);
  }
  yield* findJoinedKeys(judged, kinds);
}

/** Keys that a template holds in parts, which its functions join: the text of the template shows all others. */
function* findJoinedKeys(
  judged: readonly JudgedResource[],
  alreadyFound: ReadonlySet<string>,
): Generator<Finding> {
  const told = new Set<string>();
  for (const { inputs, logicalId, at } of judged) {
    if (logicalId === undefined) continue;
    for (const found of findAccessKeys(inputs)) {
      const key = `${at(found.path)} ${found.kind}`;
      if (found.kind === "closed text" || alreadyFound.has(found.kind) || told.has(key)) continue;
      told.add(key);
      yield findingOf({ ...found, path: at(found.path) });
    }
  }
}

function findingOf(found: FoundAccessKey | UnsearchedText): Finding {
  if (found.kind === "unsearched text") return { at: found.path, got: found.what, ...plainText };
  const { path, kind, hint } = found;
  if (found.isUnsure === true) {
    return {
      at: path,
      got: "a secret of 40 characters, as AWS's secret access keys are",
      want: "no secret in plain text",
      fix: "keep it in Secrets Manager or Parameter Store and let the workload read it with its role",
    };
  }
  const article = kind === "service-specific password" ? "a" : "an AWS";
  const got = `${article} ${kind}${hint === "" ? "" : ` (${hint}…)`}`;
  return { at: path, got, want: wantRole, fix: fixes[kind] ?? fixBy("deactivate the key, ") };
}

export const noInlineAccessKeys: PackPolicy = {
  name: "no-inline-access-keys",
  displayName: "No access keys in inputs",
  description: "No input of a resource may hold an AWS access key, plain or encoded.",
  enforcementLevel: "mandatory",
  severity: "critical",
  framework: cisControl("2.16", "Access from instances goes by instance roles, not by keys."),
  tags: ["credentials", "secrets"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  remediationSteps:
    "Remove the key and deactivate it: it is in the state and in the history of the repository. Let the workload use its instance profile.",
  checkResource: findInlineAccessKeys,
};
