import type { CheckFinding, CheckResult, CheckVerdict } from "./finding.ts";
import { checkRules } from "./rules.ts";
import { textOf } from "./checkTable.ts";

const commands: Readonly<Record<CheckVerdict, string>> = {
  refused: "error",
  risky: "warning",
  unknown: "notice",
  excused: "notice",
};

/**
 * The findings as workflow commands, which annotate the lines of a pull request. GitHub shows ten of each kind for a step, the first
 * ones, and the log holds all.
 *
 * @param prefix From the root of the repository to the project, with a slash at its end, or empty.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubAnnotations({ findings }: CheckResult, prefix: string): string {
  return findings.map((finding) => annotation(finding, prefix)).join("");
}

function annotation(finding: CheckFinding, prefix: string): string {
  const { verdict, file, place, rule } = finding;
  const name = checkRules.find(({ id }) => id === rule)?.displayName ?? rule;
  const properties = {
    file: `${prefix}${file}`,
    line: String(place.line),
    col: String(place.column),
    title: `${name} (${rule})`,
  };
  const said = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`);
  return `::${commands[verdict]} ${said.join(",")}::${escapedData(textOf(finding))}\n`;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escapedData = (text: string) =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string) => escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
