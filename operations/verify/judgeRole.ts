import { isDeepStrictEqual } from "node:util";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { numberedName } from "../../components/permissions/naming.ts";
import { diffDocuments, shownChange } from "../../iam/diff/index.ts";
import type { Finding } from "./finding.ts";
import type { ObservedRole } from "./observation.ts";

const putBack = 'find out who changed it, then run "pulumi up --refresh"';

/**
 * Compares a role and its policies in force with the stack file. The simulator is asked for what is declared and for what
 * is dangerous; this finds everything else that somebody gave or took by hand, a rollback included.
 */
export async function judgeRole(
  declared: CompiledWorkload,
  roleArn: string,
  role: ObservedRole | undefined,
  documents: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  if (!role)
    return [{ at: "role", got: "no such role", want: roleArn, fix: 'run "pulumi refresh" and "pulumi up"' }];
  const own = ownPolicies(declared, roleArn);
  return [
    ...judgeTrust(declared, role),
    ...judgeBoundary(declared, role),
    ...judgeAttached([...own.keys(), ...declared.managedPolicyArns], role.attached),
    ...role.inline.map((name) => ({
      at: `inline policy ${name}`,
      got: "attached",
      want: "no inline policy",
      fix: "declare what it is for in the stack file, and delete it",
    })),
    ...(await judgeDocuments(own, documents)),
  ];
}

/** The declared documents by the ARN of the policy that has to hold each: the same path and name as the role's. */
function ownPolicies({ policyDocuments }: CompiledWorkload, roleArn: string): Map<string, string> {
  const first = roleArn.replace(":role/", ":policy/");
  return new Map(policyDocuments.map((document, index) => [numberedName(first, index), document]));
}

function judgeTrust({ assumeRolePolicy }: CompiledWorkload, { trust }: ObservedRole): Finding[] {
  if (same(assumeRolePolicy, trust)) return [];
  return [{ at: "trust policy", got: "another one", want: "EC2 alone", fix: putBack }];
}

function judgeBoundary({ permissionsBoundary }: CompiledWorkload, { boundary }: ObservedRole): Finding[] {
  if (boundary === permissionsBoundary) return [];
  const [got, want] = [boundary ?? "none", permissionsBoundary ?? "none"];
  return [{ at: "permissions boundary", got, want, fix: putBack }];
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

const mostShown = 3;

async function judgeDocuments(
  own: ReadonlyMap<string, string>,
  documents: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [arn, document] of own) {
    const inForce = documents.get(arn);
    if (inForce === undefined || same(document, inForce)) continue;
    const { changes } = await diffDocuments(document, inForce);
    if (changes.length === 0) continue;
    const more = changes.length > mostShown ? `, and ${changes.length - mostShown} more` : "";
    const got = `a version that ${changes.slice(0, mostShown).map(shownChange).join(", ")}${more}`;
    found.push({ at: `policy ${arn}`, got, want: "what the stack file declares", fix: putBack });
  }
  return found;
}

/** The same JSON, in whatever order and with whatever white space. */
function same(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
  } catch {
    return false;
  }
}
