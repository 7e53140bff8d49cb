import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { Command } from "commander";
import { parse } from "yaml";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../commandLine/formats.ts";
import { textTable } from "../../commandLine/output/textTable.ts";
import { paintsStdout, printed } from "../../commandLine/result.ts";
import { dateOfToday } from "../../policypack/exceptions/exceptionText.ts";
import type { Exception } from "../../policypack/exceptions/exception.ts";
import { parseExceptions } from "../../policypack/exceptions/parseExceptions.ts";
import { policies } from "../../policypack/policies/index.ts";
import { checkStacks } from "../permissions/check/check.ts";
import { EXCEPTIONS_FILE } from "../permissions/check/exceptionsFile.ts";

/** `unused`: the finding is gone. `not checked here`: of a resource that only a preview sees. */
type State = "in force" | "ended" | "unused" | "not checked here";

interface ListedException extends Exception {
  readonly state: State;
}

export function listCommand(project: string): Command {
  return withFormats(
    ["table", "json"],
    new Command("list")
      .description(
        "list the exceptions of the policy pack: which excuse something, have ended, or excuse nothing",
      )
      .addHelpText(
        "after",
        `\nExample: instance-profiles exception list --json\n${exitCodeHelp("an entry has ended, excuses nothing, or is not valid")}`,
      )
      .action(
        printed(async (format: FormatOptions<"table" | "json">) => {
          const { exceptions, problems } = await listed(project);
          const shown = {
            table: () => tableText(exceptions),
            json: () => asJson({ exceptions, problems }),
          };
          return {
            text: shown[chosenFormat(format, "table")](),
            notes: problems.map((problem) => `${EXCEPTIONS_FILE} ${problem}`),
            found:
              problems.length > 0 || exceptions.some(({ state }) => state === "ended" || state === "unused"),
          };
        }),
      ),
  );
}

async function listed(project: string) {
  const file = path.join(project, EXCEPTIONS_FILE);
  const value: unknown = (existsSync(file) ? parse(readFileSync(file, "utf8")) : undefined) ?? [];
  const today = dateOfToday();
  const names = policies.map(({ name }) => name);
  const { entries, problems } = parseExceptions(value, names, today);
  const { findings } = entries.length > 0 ? await checkStacks(project, "all") : { findings: [] };
  const unused = findings.filter(({ rule }) => rule === "no-unused-exceptions").map(({ message }) => message);
  const used = new Set(
    findings.flatMap(({ rule, excusable }) => (excusable ? [keyOf(rule, excusable.urn)] : [])),
  );
  const stateOf = ({ policy, urn, finding, expires }: Exception): State => {
    if (expires < today) return "ended";
    if (unused.some((message) => message.includes(`: ${policy}, ${urn}, ${finding};`))) return "unused";
    return used.has(keyOf(policy, urn)) ? "in force" : "not checked here";
  };
  const exceptions: ListedException[] = entries.map((entry) => ({ ...entry, state: stateOf(entry) }));
  return { exceptions, problems };
}

const keyOf = (policy: string, urn: string) => `${policy} ${urn}`;

function tableText(exceptions: readonly ListedException[]): string {
  if (exceptions.length === 0) return "No exceptions.\n";
  const table = textTable({
    head: ["STATE", "UNTIL", "POLICY", "RESOURCE AND FINDING", "REASON"],
    rows: exceptions.map(({ state, expires, policy, urn, finding, reason }) => [
      state,
      expires,
      policy,
      `${urn.split("::")[0]?.replace("urn:pulumi:", "")} ${urn.slice(urn.lastIndexOf("::") + 2)} ${finding}`,
      reason,
    ]),
    widths: [12, 12, 26, 38, 26],
    useColors: paintsStdout(),
  });
  return `${table}\n`;
}
