import { formatPath } from "../../../components/config/configError.ts";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import type { StackSettings } from "../../../components/config/stackFile/stackSettings.ts";
import { findingKey } from "../../../iam/finding.ts";
import type { Statement } from "../../../iam/statement.ts";
import type { Exceptions } from "../../../policypack/exceptions/exceptions.ts";
import type { StackResource } from "../../../policypack/crossguard/resource.ts";
import { isOfWorkload, typeTokens } from "../declaredResources.ts";
import { culprits } from "./culprits.ts";
import { EXCEPTIONS_FILE, type PackFile } from "./exceptionsFile.ts";
import type { CheckFinding, CheckVerdict } from "./finding.ts";
import type { JudgedFinding } from "./judged.ts";
import type { PolicyLevel } from "./packSettings.ts";
import { type Located, located, sourcesOf } from "./places.ts";
import { unknownRules } from "./rules.ts";

/** A finding of the pack, and what is needed to say where it comes from. */
export interface PackFinding {
  readonly found: JudgedFinding;
  readonly level: PolicyLevel;
  readonly judgement: ReturnType<Exceptions["judge"]>;
  readonly resource: StackResource;
  /** Undefined for the stack itself. */
  readonly workload: CompiledWorkload | undefined;
  readonly settings: StackSettings;
  readonly exceptions: PackFile;
  readonly stack: string;
  readonly file: string;
}

/** The same finding at each place of the stack file that causes it. */
export async function placedFindings(pack: PackFinding): Promise<CheckFinding[]> {
  const { found, level, judgement, workload, stack, file } = pack;
  const { policy, finding, urn } = found;
  if (workload === undefined) return aboutExceptions(pack);
  const { entry } = judgement;
  const base = {
    rule: policy.name,
    verdict: verdictOf(policy.name, level, judgement.excused),
    ...{ stack, file, workload: workload.name },
    message: `got ${finding.got}; want ${finding.want}; ${finding.fix}`,
    excusable: { urn, finding: findingKey(finding) },
    ...(entry && {
      exception: { reason: entry.reason, expires: entry.expires, inForce: judgement.excused },
    }),
  };
  const places = await placesOf(pack, workload);
  return places.map(({ path, place }) => ({ ...base, place, path: formatPath(path) }));
}

function verdictOf(policy: string, level: PolicyLevel, isExcused: boolean): CheckVerdict {
  if (isExcused) return "excused";
  if (level === "mandatory") return "refused";
  return unknownRules.has(policy) ? "unknown" : "risky";
}

async function placesOf(
  { found: { policy, finding, findsIn }, resource, settings }: PackFinding,
  workload: CompiledWorkload,
): Promise<Located[]> {
  const own = ["workloads", workload.name];
  const isGrant = resource.type === typeTokens.policy && /^policy\b/.test(finding.at);
  if (isGrant || finding.at === "") {
    const statements = isGrant ? statementsAt(resource, finding.at) : workload.statements;
    const isAboutResources = policy.name === "no-open-resources";
    const paths = await culprits(workload, statements, finding.got, findsIn, isAboutResources);
    if (paths.length > 0) return paths.map((path) => located(settings, [...own, ...path]));
  }
  const sources = sourcesOf(workload, finding.at, resource.inputs).map((path) => ({
    ...located(settings, path),
    wanted: path.length,
  }));
  // A value may stand in the workload or be the stack's: the longest way that is really there tells.
  const [best] = sources.sort((one, other) => rest(one) - rest(other));
  return [best ?? located(settings, own)];
}

const rest = ({ path, wanted }: Located & { readonly wanted: number }) => wanted - path.length;

/** The statement of a policy that a finding names, or all of them where it is about the document. */
function statementsAt({ inputs }: StackResource, at: string): Statement[] {
  const { Statement: all } = JSON.parse(String(inputs["policy"])) as { readonly Statement: Statement[] };
  const index = /^policy\.Statement\[(\d+)\]/.exec(at)?.[1];
  const list = (value: string | readonly string[]) => (typeof value === "string" ? [value] : value);
  return all
    .filter((_, position) => index === undefined || position === Number(index))
    .map((statement) => ({
      ...statement,
      Action: list(statement.Action),
      Resource: list(statement.Resource),
    }));
}

/** What is wrong with the exceptions is told where they stand. */
function aboutExceptions({ found, level, judgement, exceptions, stack }: PackFinding): CheckFinding[] {
  const { policy, finding } = found;
  const position = /: \[(\d+)\]/.exec(finding.got)?.[1];
  const entry = /that nothing needs: ([^,]+), ([^,]+(?:,[^,]+)*?), (.*)$/.exec(finding.got);
  // What the check does not look at may need an exception all the same.
  if (entry?.[2] !== undefined && !isOfWorkload(entry[2])) return [];
  const place =
    position !== undefined
      ? exceptions.placeOf(Number(position))
      : exceptions.placeOf({ policy: entry?.[1] ?? "", urn: entry?.[2] ?? "", finding: entry?.[3] ?? "" });
  return [
    {
      ...{ rule: policy.name, verdict: verdictOf(policy.name, level, judgement.excused), stack, place },
      ...{ file: EXCEPTIONS_FILE, path: "" },
      message: `got ${finding.got}; want ${finding.want}; ${finding.fix}`,
    },
  ];
}
