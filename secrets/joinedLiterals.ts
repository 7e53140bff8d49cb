import { filledTemplates } from "./filledTemplates.ts";

/** Far more than any script that people write. */
const longestScript = 2 * 1024 * 1024;

/** What may stand between two literals besides an operator: white space, brackets, a continued line, a comment. */
const gap = "(?:[\\s(){}$\\\\]|`\\r?\\n|(?:#|//)[^\\n\"'`]{0,80}\\n)*";
/** Operators that join: of Python and JavaScript, PHP, Lua, Jinja, Basic, and SQL. */
const operator = String.raw`(?:\+|\.\.?|~|&|\|\|)`;
const quote = "[\"'`]";
const joint = (between: string): RegExp =>
  new RegExp(`${quote}${gap}(?:${between}${gap})?[rbufRBUF@]{0,2}${quote}`, "g");

const plainJoint = joint(operator);
const listJoint = joint(`(?:,|${operator})`);

/** What makes one text of a list: of Python, JavaScript, PHP, PowerShell, Terraform, and CloudFormation. */
const joining = /\bjoin\b|implode|concat/i;
const joiningCalls: readonly RegExp[] = [
  /(?:""|'')\s*\.\s*join\s*\(/g,
  /\.\s*join\s*\(\s*(?:""|''|``)?\s*\)/g,
  /(?:\bjoin|\bimplode|\[string\]::join|concat|!join|["']Fn::Join["']\s*:)\s*[([]?\s*(?:(?:""|'')\s*,)?/gi,
  /-join\b(?:\s*(?:""|''))?/gi,
];

/** A second part that is put behind the first in a statement of its own: `$key .= '…'`, `KEY+=…`. */
const appended =
  /["'`]?[ \t]{0,4};?[ \t]{0,4}\r?\n?\s{0,20}(?:export\s|\$)?[A-Za-z_][\w.$:[\]>-]{0,60}\s{0,4}[.+]=\s{0,4}\$?["'`]?/g;

const pieceStart = /(?:\$\{|\{\{)\s*["'`]/g;
const pieceEnd = /["'`]\s*\}\}?/g;

/** A quotation mark within a word, as shells have it: `AB"CD"`. */
const markInWord = /(?<=[A-Za-z0-9/+=])\$?["'`]+(?=[A-Za-z0-9/+=])/g;

const blockOfYaml = /[>|][-+0-9]{0,2}[ \t]*\r?\n[ \t]/;
const lineOfBlock = /(?<=[A-Za-z0-9/+=])\r?\n[ \t]+(?=[A-Za-z0-9/+=])/g;

/**
 * The text with the literals joined that a script would join before it uses them. It is no parser of any language:
 * what is joined is searched, not run, so joining too much does no harm.
 */
export function* joinedLiterals(text: string): Generator<string> {
  if (text.length > longestScript) return;
  if (/["'`]|[.+]=/.test(text)) {
    yield* withoutJoints(text, plainJoint);
    if (joining.test(text)) {
      const called = joiningCalls.reduce((rest, call) => rest.replace(call, ""), text);
      yield* withoutJoints(called, listJoint);
    }
    const filled = filledTemplates(text);
    if (filled !== text) yield* withoutJoints(filled, plainJoint);
  }
  if (blockOfYaml.test(text)) yield text.replace(lineOfBlock, "");
}

function* withoutJoints(text: string, joints: RegExp): Generator<string> {
  const isAppended = text.includes(".=") || text.includes("+=");
  const whole = (isAppended ? text.replace(appended, "") : text).replace(joints, "");
  const pieces = whole.replace(pieceStart, "");
  const joined = pieces === whole ? whole : pieces.replace(pieceEnd, "");
  yield joined;
  // This also glues the letter of Python's prefixes to its literal.
  yield joined.replace(markInWord, "");
}
