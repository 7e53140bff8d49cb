import type { EngineProject } from "../../testing/engineProject.ts";

/** What this project makes of AWS, in the words of its documentation. */
const nouns: Readonly<Record<string, string>> = {
  "aws:iam/role:Role": "role",
  "aws:iam/policy:Policy": "policy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "attachment",
  "aws:iam/instanceProfile:InstanceProfile": "profile",
  "aws:ec2/launchTemplate:LaunchTemplate": "template",
  "pulumi-nodejs:dynamic/association:InstanceProfileAssociation": "association",
};

interface EngineEvent {
  readonly resourcePreEvent?: { readonly metadata: Step };
}

/** Something that the engine did to a resource of AWS. */
export interface Operation {
  /** The logical name of the resource. */
  readonly name: string;
  /** Such as `update role`. A replacement is three operations, and each has "replace" in its name. */
  readonly what: string;
}

interface Step {
  readonly op: string;
  readonly urn: string;
}

function inOurWords(steps: readonly Step[]): Operation[] {
  return steps
    .filter(({ op }) => op !== "same")
    .map(({ op, urn }) => {
      const [type = "", name = ""] = urn.split("::").slice(2);
      return { op, type: type.slice(type.lastIndexOf("$") + 1), name };
    })
    .filter(({ type }) => type.startsWith("aws:") || type in nouns)
    .map(({ op, type, name }) => ({ name, what: `${op} ${nouns[type] ?? type}` }));
}

/** Deploys a stack with one `up` and returns what it did to resources of AWS. */
export async function deploy(project: EngineProject, stack: string): Promise<Operation[]> {
  const events = await project.pulumiOrFail("up", "--yes", "--skip-preview", "--json", "--stack", stack);
  const lines = events.split("\n").filter((line) => line.startsWith("{"));
  return inOurWords(
    lines.flatMap((line) => (JSON.parse(line) as EngineEvent).resourcePreEvent?.metadata ?? []),
  );
}

/** What a preview proposes to do to resources of AWS. */
export async function proposed(project: EngineProject, stack: string): Promise<Operation[]> {
  const digest = await project.pulumiOrFail("preview", "--json", "--stack", stack);
  return inOurWords((JSON.parse(digest) as { readonly steps: readonly Step[] }).steps);
}

/** The operations of each workload, whose name is the start of the names of all its resources. */
export function byWorkload(
  operations: readonly Operation[],
  workloads: readonly string[],
): Record<string, string[]> {
  const ownerOf = (name: string) => workloads.find((own) => name === own || name.startsWith(`${own}-`));
  const result = Object.fromEntries(workloads.map((name) => [name, [] as string[]]));
  for (const { name, what } of operations) (result[ownerOf(name) ?? "of no workload"] ??= []).push(what);
  for (const list of Object.values(result)) list.sort();
  return result;
}
