import { type Colors, colors } from "../../../commandLine/output/colors.ts";
import { fittingWords, textTable } from "../../../commandLine/output/textTable.ts";
import { offeredException } from "../../../policypack/exceptions/exceptionText.ts";
import { type CheckFinding, type CheckResult, type CheckVerdict, verdicts } from "./finding.ts";

/**
 * The findings as a table for a terminal. Below it is what a finding says in further lines, such as a statement to copy,
 * and the exceptions that would excuse what is refused.
 */
export function checkTable(result: CheckResult, useColors: boolean, today: string): string {
  const { findings } = result;
  if (findings.length === 0) return `${summary(result)}\n`;
  const paint = colors(useColors);
  const table = textTable({
    head: ["", "WHERE", "RULE", "FINDING"],
    rows: findings.map((finding) => [
      painted(finding.verdict, paint),
      `${finding.file}\n:${finding.place.line}:${finding.place.column}`,
      finding.rule,
      fittingWords(textOf(finding).replace(/\n[^]*/, " (below)"), 58),
    ]),
    widths: [9, 22, 28, 58],
    useColors,
  });
  const blocks = findings.flatMap(({ rule, verdict, excusable }) =>
    verdict === "refused" && excusable ? [offeredException({ policy: rule, ...excusable }, today)] : [],
  );
  const excusing =
    blocks.length === 0
      ? ""
      : `\nTo let one of these pass for a time, add its entry to policypack/exceptions.yaml and say why:\n\n${[...new Set(blocks)].join("")}`;
  const furtherLines = findings.flatMap((finding) => {
    const [, ...lines] = textOf(finding).split("\n");
    const { file, path, place } = finding;
    return lines.length === 0
      ? []
      : [[`\n${file}:${place.line}:${place.column} ${path}`, ...lines, ""].join("\n")];
  });
  return `${table}\n${furtherLines.join("")}${summary(result)}\n${excusing}`;
}

/** What a finding says, with its workload in front and its exception behind. */
export function textOf({ workload, message, exception }: CheckFinding): string {
  const named =
    workload === undefined || message.startsWith("workloads.") ? message : `${workload}: ${message}`;
  if (exception === undefined) return named;
  const { reason, expires, inForce } = exception;
  return `${named}; ${inForce ? `excused (${reason}) until ${expires}` : `the exception for it (${reason}) ended on ${expires}`}`;
}

/** Such as `2 refused, 1 risky in 3 stacks`. */
export function summary({ stacks, findings }: CheckResult): string {
  const where = stacks.length === 1 ? `in ${stacks[0]?.file ?? ""}` : `in ${stacks.length} stack files`;
  const counts = verdicts.flatMap((verdict) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return counts.length === 0 ? `Nothing found ${where}.` : `${counts.join(", ")} ${where}.`;
}

function painted(verdict: CheckVerdict, paint: Colors): string {
  if (verdict === "excused") return paint.green(verdict);
  return verdict === "unknown" ? paint.yellow(verdict) : paint.red(verdict);
}
