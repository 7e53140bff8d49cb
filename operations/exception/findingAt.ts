import { Failure } from "../../commandLine/failure.ts";
import type { Exception } from "../../policypack/exceptions/exception.ts";
import { checkStacks } from "../permissions/check/check.ts";
import type { CheckFinding } from "../permissions/check/finding.ts";

/**
 * What an exception needs of the one finding at a place of a stack file.
 *
 * @param place `Pulumi.dev.yaml:12`, or with a column: `Pulumi.dev.yaml:12:11`.
 * @param policy Of several at the place, the one of this policy.
 * @throws Failure where there is none, or more than one.
 */
export async function findingAt(
  project: string,
  place: string,
  policy: string | undefined,
): Promise<Pick<Exception, "policy" | "urn" | "finding">> {
  const { file, line, column } =
    /^(?:\.\/)?(?<file>.+?):(?<line>\d+)(?::(?<column>\d+))?$/.exec(place)?.groups ?? {};
  if (file === undefined) throw new Failure(`got "${place}", want a place such as Pulumi.dev.yaml:12`);
  const { findings } = await checkStacks(project, "all");
  const there = findings.filter(
    (finding) =>
      finding.file === file &&
      finding.place.line === Number(line) &&
      (column === undefined || finding.place.column === Number(column)) &&
      (policy === undefined || finding.rule === policy),
  );
  const excusable = new Map(
    there.flatMap(({ rule, excusable: found, verdict }) =>
      found === undefined || verdict === "excused"
        ? []
        : [[JSON.stringify([rule, found]), { policy: rule, ...found }] as const],
    ),
  );
  const [only, ...more] = excusable.values();
  if (only === undefined) throw new Failure(nothingToExcuse(place, policy, there));
  if (more.length > 0)
    throw new Failure(
      `${place} has several findings: name one with --policy, or all of --policy, --urn and --finding:\n${[
        only,
        ...more,
      ]
        .map((found) => `  --policy ${found.policy} --urn '${found.urn}' --finding '${found.finding}'`)
        .join("\n")}`,
    );
  return only;
}

function nothingToExcuse(place: string, policy: string | undefined, there: readonly CheckFinding[]): string {
  if (there.length === 0)
    return `permissions check finds nothing at ${place}${policy === undefined ? "" : ` by ${policy}`}`;
  const said = (findings: readonly CheckFinding[]) => findings.map(({ message }) => message).join("; ");
  const excused = there.filter(({ verdict }) => verdict === "excused");
  if (excused.length > 0) return `an exception excuses already what is at ${place}: ${said(excused)}`;
  return `no exception can excuse what is at ${place}: ${said(there)}`;
}
