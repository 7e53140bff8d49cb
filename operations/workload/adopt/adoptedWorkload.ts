import type { WorkloadEntry } from "../../../components/config/schema.ts";
import { ownTagKey } from "../../../components/config/tags.ts";
import {
  ACCOUNT_PREFIX,
  managedPolicyArn,
  permissionsBoundaryArn,
} from "../../../components/permissions/managedPolicies.ts";
import { parseArn, type Target } from "../../../iam/arn.ts";
import { readOnce } from "../../../iam/document/readDocument.ts";
import { isEc2, trustedPrincipals } from "../../../iam/document/trustedPrincipals.ts";
import type { Statement } from "../../../iam/statement.ts";
import type { ExistingRole } from "./existingRole.ts";
import { fitting, type LeftOut, ofPartition, withoutIdle, withOwnSids } from "./leftOut.ts";
import { sortedPolicies } from "./ownPolicies.ts";
import { statementEntry } from "./plainStatements.ts";
import { wordsFor } from "./words/wordsFor.ts";

/** What a stack gives each of its workloads. */
export interface StackGiven {
  readonly target: Target;
  readonly tags: Readonly<Record<string, string>>;
  /** An ARN. @default - none */
  readonly permissionsBoundary?: string | undefined;
}

/** A role as a workload. */
export interface AdoptedWorkload {
  readonly entry: WorkloadEntry;
  /** What the entry says in `access` and `statements`, as the role has it. */
  readonly statements: readonly Statement[];
  /** The policies that stay as they are, by ARN. */
  readonly keptPolicies: readonly string[];
  /** What gives nothing in AWS, so that no stack file takes it. */
  readonly leftOut: readonly LeftOut[];
  /** What else a reader should know. */
  readonly notes: readonly string[];
  /** What keeps the role from being adopted; empty where nothing does. */
  readonly problems: readonly string[];
}

/** Says a role in the words of a stack file: `access` where that says exactly the same, and else as it is. */
export async function adoptedWorkload(role: ExistingRole, given: StackGiven): Promise<AdoptedWorkload> {
  const { target } = given;
  const trust = trustNotes(role);
  const { statements, kept, notes, problems } = await sortedPolicies(role);
  const { within, beyond } = ofPartition(statements, target);
  const words = wordsFor(within, target);
  const rest = await withoutIdle(words.statements);
  const tags = adoptedTags(role, given);
  const hours = Math.max(1, Math.floor(role.maxSessionSeconds / 3600));
  const isOwnBoundary = role.boundary !== undefined && role.boundary !== given.permissionsBoundary;
  const entry: WorkloadEntry = {
    ...(role.description !== undefined && { description: role.description }),
    ...(words.access.length > 0 && { access: [...words.access] }),
    ...(rest.statements.length > 0 && {
      statements: withOwnSids(rest.statements.flatMap(fitting)).map(statementEntry),
    }),
    ...(kept.length > 0 && { managedPolicies: kept.map((arn) => policyEntry(arn, target)) }),
    ...(isOwnBoundary && { permissionsBoundary: boundaryEntry(role.boundary, target) }),
    ...(hours !== 1 && { maxSessionHours: hours }),
    ...(Object.keys(tags.own).length > 0 && { tags: tags.own }),
    ...(role.instances.length > 0 && {
      attachTo: role.instances.map(({ id }) => ({ instance: id, replaceExisting: true })),
    }),
  };
  return {
    entry,
    statements,
    keptPolicies: kept,
    leftOut: [...beyond, ...rest.leftOut],
    notes: [...trust.notes, ...notes, ...tags.notes, ...sessionNotes(role, hours), ...templateNotes(role)],
    problems: [...trust.problems, ...problems],
  };
}

function trustNotes({ name, trust }: ExistingRole) {
  const principals = trustedPrincipals(readOnce(trust, "trust"));
  const others = principals
    .filter((principal) => !isEc2(principal))
    .map(({ kind, value }) => `${kind} ${value}`);
  if (!principals.some(isEc2))
    return {
      problems: [
        `the role ${name} is for ${others.join(", ") || "nobody"}, not for EC2: a workload is the role of instances; let ec2.amazonaws.com assume it first, if instances are to carry it`,
      ],
      notes: [],
    };
  const isLimited = principals.some((principal) => isEc2(principal) && principal.conditional);
  return {
    problems: [],
    notes: [
      ...(others.length > 0
        ? [
            `${others.join(", ")} may assume ${name} too, and not the role of the workload, which is for EC2 alone.`,
          ]
        : []),
      ...(isLimited
        ? [`The trust policy of ${name} has a Condition, which that of the workload has not.`]
        : []),
    ],
  };
}

/** The name, where a stack file knows the policy by it. */
function policyEntry(arn: string, target: Target): string {
  const name = (parseArn(arn)?.resource ?? "").replace(/^policy\//, "");
  return [name, ACCOUNT_PREFIX + name].find((entry) => managedPolicyArn(entry, target) === arn) ?? arn;
}

function boundaryEntry(arn: string, target: Target): string {
  const name = (parseArn(arn)?.resource ?? "").replace(/^policy\//, "");
  return permissionsBoundaryArn(name, target) === arn ? name : arn;
}

/** Tags of the role itself: others come from the stack, the program or AWS. */
function adoptedTags({ name, tags }: ExistingRole, given: StackGiven) {
  const entries = Object.entries(tags).filter(
    ([key, value]) => !/^aws:/i.test(key) && given.tags[key] !== value,
  );
  const own = entries.filter(([key]) => ownTagKey(key) === undefined);
  const set = entries.flatMap(([key]) => ownTagKey(key) ?? []);
  return {
    own: Object.fromEntries(own),
    notes: set.length > 0 ? [`Of the tags of ${name}, the program sets ${set.join(", ")} itself.`] : [],
  };
}

function sessionNotes({ name, maxSessionSeconds }: ExistingRole, hours: number): string[] {
  if (maxSessionSeconds === hours * 3600) return [];
  return [
    `Sessions of ${name} may last ${maxSessionSeconds} seconds, and those of a workload whole hours: it has ${hours}.`,
  ];
}

/** Instances to come get the old profile, as long as their template names it. */
function templateNotes({ name, instances }: ExistingRole): string[] {
  const templates = [...new Set(instances.flatMap(({ templateId }) => templateId ?? []))];
  if (templates.length === 0) return [];
  return [
    `Instances of ${name} were started from ${templates.join(", ")}: what starts from there next gets the old profile, until the template names that of the workload.`,
  ];
}
