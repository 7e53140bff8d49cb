import { code, prose, tableOf } from "../../review/formats/markdownText.ts";
import type { WhoAnswer } from "./answer.ts";
import { belowWorkload, sentences, whatIn } from "./whoTable.ts";

/** The answer as a table of Markdown. */
export function whoMarkdown(answer: WhoAnswer): string {
  const table = tableOf(
    ["May", "Workload", "Stack", "Through", "What"],
    answer.rows.map((row) => [
      row.may,
      code(row.workload),
      code(row.stack),
      `${code(belowWorkload(row))} ${code(`${row.file}:${row.place.line}`)}`,
      prose(whatIn(row)),
    ]),
  );
  const said = sentences(answer).map(prose).join("\n\n");
  return answer.rows.length === 0 ? `${said}\n` : `${table}\n\n${said}\n`;
}
