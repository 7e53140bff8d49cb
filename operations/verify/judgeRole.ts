import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { numberedName } from "../../components/permissions/naming.ts";
import type { WorkloadOutputs } from "../deployedStack.ts";
import type { AccountDetails } from "./accountDetails.ts";
import { putBack, type Finding } from "./finding.ts";
import { differenceFrom } from "./judgeDocument.ts";
import { judgeTags } from "./judgeTags.ts";
import { judgeTrust } from "./judgeTrust.ts";
import type { ObservedRole } from "./observation.ts";
import type { WantedTags } from "./tags.ts";

/**
 * Compares a role and its policies in force with the stack file. The simulator is asked for what is declared and for what
 * is dangerous; this finds everything else that somebody gave or took by hand, a rollback included.
 */
export async function judgeRole(
  declared: CompiledWorkload,
  { roleArn, instanceProfileArn }: Pick<WorkloadOutputs, "roleArn" | "instanceProfileArn">,
  { roles, policies }: AccountDetails,
  tags: WantedTags,
): Promise<Finding[]> {
  const role = roles.get(declared.physicalName);
  if (!role)
    return [{ at: "role", got: "no such role", want: roleArn, fix: 'run "pulumi refresh" and "pulumi up"' }];
  const own = ownPolicies(declared, roleArn);
  return [
    ...judgePlace(role, roleArn),
    ...judgeTrust(declared.assumeRolePolicy, role.trust),
    ...judgeBoundary(declared, role),
    ...judgeSession(declared, role),
    ...judgeTags("role", role.tags, tags),
    ...judgeProfiles(role, instanceProfileArn),
    ...judgeAttached([...own.keys(), ...declared.managedPolicyArns], role.attached),
    ...role.inline.map((name) => ({
      at: `inline policy ${name}`,
      got: "attached",
      want: "no inline policy",
      fix: "declare what it is for in the stack file, and delete it",
    })),
    ...(await judgeDocuments(own, policies)),
    ...judgeHolders(own, roles, policies),
  ];
}

/** The declared documents by the ARN of the policy that has to hold each: the same path and name as the role's. */
export function ownPolicies(
  { policyDocuments }: Pick<CompiledWorkload, "policyDocuments">,
  roleArn: string,
): Map<string, string> {
  const first = roleArn.replace(":role/", ":policy/");
  return new Map(policyDocuments.map((document, index) => [numberedName(first, index), document]));
}

/** A role of the same name on another path is another role, which PassRole patterns and deploy roles do not name. */
function judgePlace({ arn }: ObservedRole, roleArn: string): Finding[] {
  return arn === roleArn ? [] : [{ at: "role", got: arn, want: roleArn, fix: putBack }];
}

function judgeBoundary(
  { permissionsBoundary, secrets }: CompiledWorkload,
  { boundary }: ObservedRole,
): Finding[] {
  if (boundary === permissionsBoundary) return [];
  const declared =
    secrets?.permissionsBoundary === true ? "the declared one, which is secret" : permissionsBoundary;
  return [{ at: "permissions boundary", got: boundary ?? "none", want: declared ?? "none", fix: putBack }];
}

/** The listing shows neither of a role on another path, which is found for that. */
function judgeSession(
  { maxSessionSeconds: want, description: wanted, secrets }: CompiledWorkload,
  { maxSessionSeconds: got, description }: ObservedRole,
): Finding[] {
  if (got === undefined) return [];
  const shown = (value: string | undefined, secret: string) =>
    value === undefined ? "none" : secrets?.description === true ? secret : JSON.stringify(value);
  const wantedDescription = shown(wanted, "the declared one, which is secret");
  return [
    ...(got === want
      ? []
      : [{ at: "maximum session duration", got: `${got} s`, want: `${want} s`, fix: putBack }]),
    ...(description === wanted
      ? []
      : [
          {
            at: "role description",
            got: shown(description, "another value"),
            want: wantedDescription,
            fix: putBack,
          },
        ]),
  ];
}

/** Whoever may pass a second profile gives an instance the role with it, whatever is watched of the first. */
function judgeProfiles({ profiles }: ObservedRole, own: string): Finding[] {
  return profiles
    .filter((arn) => arn !== own)
    .map((arn) => ({
      at: `instance profile ${arn}`,
      got: "holds the role too",
      want: `the role in ${own} alone`,
      fix: `run "aws iam remove-role-from-instance-profile" for it, after a look at who uses it`,
    }));
}

function judgeAttached(want: readonly string[], got: readonly string[]): Finding[] {
  return [
    ...got
      .filter((arn) => !want.includes(arn))
      .map((arn) => ({
        at: `policy ${arn}`,
        got: "attached",
        want: "only declared policies",
        fix: "declare it in managedPolicies, or detach it",
      })),
    ...want
      .filter((arn) => !got.includes(arn))
      .map((arn) => ({ at: `policy ${arn}`, got: "not attached", want: "attached", fix: putBack })),
  ];
}

async function judgeDocuments(
  own: ReadonlyMap<string, string>,
  policies: AccountDetails["policies"],
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [arn, document] of own) {
    const inForce = policies.get(arn)?.document;
    const got = inForce === undefined ? undefined : await differenceFrom(document, inForce);
    if (got !== undefined)
      found.push({ at: `policy ${arn}`, got, want: "what the stack file declares", fix: putBack });
  }
  return found;
}

/** An own policy belongs to its role alone. Another role of the stack that has it is found for that itself. */
function judgeHolders(
  own: ReadonlyMap<string, string>,
  roles: AccountDetails["roles"],
  policies: AccountDetails["policies"],
): Finding[] {
  const judgedThemselves = new Set([...roles.values()].map(({ arn }) => arn));
  return [...own.keys()].flatMap((arn) =>
    (policies.get(arn)?.heldBy ?? [])
      .filter((holder) => !judgedThemselves.has(holder))
      .map((holder) => ({
        at: `policy ${arn}`,
        got: `attached to ${holder} too`,
        want: "attached to the role of its workload alone",
        fix: "detach it there",
      })),
  );
}
