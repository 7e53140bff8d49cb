import { markdownText } from "../../commandLine/output/markdownText.ts";
import { type Fact, factsOf, type Reading, readingIn } from "./reading.ts";

/** Marks the comment of a pull request, so that the next run finds and rewrites it. The tool puts it there too. */
export const commentMark = "<!-- instance-profiles: permissions -->";

/** GitHub takes 65,536 characters in a comment; counted as bytes, so that nobody cuts through a character. */
const longest = 65_000;

/** Differences that are listed, and how much of each. */
const [mostListed, mostOfOne] = [40, 400];

/** What there is of the pull request's own tool. */
export interface OfHead {
  /** What its run left; undefined until it has ended, empty where it left nothing. */
  readonly text?: string;
  /** The commit that both read. */
  readonly commit: string;
}

/**
 * The comment on a pull request: what the tool of the main branch reads in its stack files, and above it whatever keeps that
 * from being what a deployment would do. Everything that the pull request's own code says is quoted, and nothing of it is
 * believed.
 */
export function rightsComment(base: Reading, head: OfHead): string {
  const warnings = [...ownWarnings(base), ...headWarnings(base, head)];
  const before = [
    commentMark,
    ...warnings.flatMap((lines) => [...lines, ""]),
    base.markdown === ""
      ? "### Rights that this change gives and takes\n\nNot known."
      : withoutMark(base.markdown),
  ].join("\n");
  const after = `\n\n<sub>Read by the tool of the main branch at commit \`${head.commit}\`.</sub>\n`;
  return cut(before, longest - Buffer.byteLength(after)) + after;
}

const withoutMark = (markdown: string) => markdown.replace(commentMark, "").trim();

/** What the tool of the main branch cannot read. */
function ownWarnings({ changes, stacks }: Reading): string[][] {
  const all = [["the change", changes] as const, ...Object.entries(stacks)];
  const errors = all.flatMap(([what, answer]) => ("error" in answer ? [`${what}: ${answer.error}`] : []));
  if (errors.length === 0) return [];
  return [
    [
      "### ⛔ The tool of the main branch cannot read this pull request",
      "",
      "What it changes is not known. Where it adds a key or a service of its own, review that first, in a pull request without stack files.",
      "",
      ...listed(errors.map((error) => markdownText(capped(error)))),
    ],
  ];
}

function headWarnings(base: Reading, { text }: OfHead): string[][] {
  if (text === undefined)
    return [["> The pull request's own tool has not reported yet; this is written anew when it has."]];
  const reading = readingIn(text);
  if (reading === undefined)
    return [
      [
        "### ⛔ The pull request's own tool reported nothing",
        "",
        `Its workflow ended ${text === "" ? "without" : "with something else than"} what its tool reads in the stack files, so that nobody knows what its code makes of them. Read every changed line of code.`,
      ],
    ];
  const [trusted, own] = [factsOf(base), factsOf(reading)];
  const lines = [
    ...without(trusted, own).map((fact) => line("only the main branch's", fact)),
    ...without(own, trusted).map((fact) => line("only this pull request's", fact)),
  ];
  if (lines.length === 0) return [];
  return [
    [
      "### ⛔ This pull request changes what stack files mean",
      "",
      `Its own tool reads ${lines.length === 1 ? "one thing" : `${lines.length} things`} in the same stack files otherwise than the tool of the main branch. **What is deployed is what its code makes of them, not what is listed below.**`,
      "",
      ...listed(lines),
    ],
  ];
}

/** The facts of one reading that another lacks. */
function without(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const known = new Set(others.map(({ at, text }) => JSON.stringify([at, text])));
  return facts.filter(({ at, text }) => !known.has(JSON.stringify([at, text])));
}

const line = (who: string, { at, text }: Fact) =>
  `${who}: ${markdownText(capped(at))}: ${markdownText(capped(text))}`;

const capped = (text: string) => (text.length > mostOfOne ? `${text.slice(0, mostOfOne)}…` : text);

const listed = (lines: readonly string[]) => [
  ...lines.slice(0, mostListed).map((text) => `- ${text}`),
  ...(lines.length > mostListed ? [`- … and ${lines.length - mostListed} more`] : []),
];

/** Cuts at the end of a line, and closes what is folded there. */
function cut(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const end =
    '\n\n</details>\n\n**… and more than fits into a comment: run "npx instance-profiles permissions diff" to see it.**\n';
  let kept = Buffer.from(text)
    .subarray(0, most - Buffer.byteLength(end))
    .toString();
  kept = kept.slice(0, kept.lastIndexOf("\n"));
  const isFolded = kept.split("<details>").length > kept.split("</details>").length;
  return kept + (isFolded ? end : end.replace("\n\n</details>", ""));
}
