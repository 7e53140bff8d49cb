import fc from "fast-check";
import type { Edit, EditPath } from "../../../operations/stackFile/edit.ts";

/** Draws a random value; `fc.gen()` gives one. */
export type Draw = fc.GeneratorValue;

/** A line of a file, and how many lines become of it. One that stays is the same afterwards. */
export interface Line {
  readonly text: string;
  readonly becomes: "stays" | number;
}

/** Random lines, the edits that were drawn for them, and what the lines say after these. */
export interface Drawn<Data> {
  readonly lines: readonly Line[];
  readonly edits: readonly Edit[];
  readonly after: Data;
}

interface Item {
  readonly written: string;
  /** Nothing for one that goes. */
  readonly after: readonly string[];
}

const oneOf = <T>(draw: Draw, ...values: readonly T[]): T => draw(fc.constantFrom, ...values) as T;
const line = (text: string, becomes: Line["becomes"] = "stays"): Line => ({ text, becomes });
const quoted = (draw: Draw, text: string) => oneOf(draw, text, `"${text}"`, `'${text}'`);
const trailing = (draw: Draw) => oneOf(draw, "", "", " # behind");

/** What may stand above an item: blank lines stay, comments go with it where nothing is between. */
function above(draw: Draw, indent: string, becomes: Line["becomes"]): Line[] {
  return oneOf(
    draw,
    [],
    [],
    [line("")],
    [line(`${indent}# above`, becomes)],
    [line(`${indent}# further up`), line(""), line(`${indent}# above`, becomes)],
  );
}

/** A list of texts below a key, of which some go and some are replaced. */
export function drawTexts(
  draw: Draw,
  key: string,
  indent: string,
  path: EditPath,
  mayEmpty: boolean,
): Drawn<string[]> {
  const count = oneOf(draw, 1, 2, 3, 4);
  const style = oneOf(draw, "block", "flow", "flow lines");
  const items = Array.from({ length: count }, (_, index): Item => {
    const staying = index === 0 && !mayEmpty;
    const kinds = staying ? ["stays", "one", "many"] : ["stays", "goes", "one", "many"];
    const kind = oneOf(draw, ...kinds);
    const many = [`s3:Many${index}a`, `s3:Many${index}b`, `s3:Many${index}c`];
    const text = `s3:Old${index}`;
    const after = { stays: [text], goes: [], one: [`s3:New${index}`], many }[kind] ?? [];
    return { written: text, after };
  });
  const edits = items.flatMap(({ written, after }, index) =>
    after[0] === written ? [] : [{ path: [...path, index], values: after }],
  );
  const after = items.flatMap((item) => item.after);
  const lines = { block: blockTexts, flow: flowTexts, "flow lines": flowLines }[style](
    draw,
    key,
    indent,
    items,
  );
  const gone = after.length === 0;
  return { lines: gone ? lines.map(({ text }) => line(text, 0)) : lines, edits, after };
}

const becomes = ({ written, after }: Item, lines = after.length): Line["becomes"] =>
  after[0] === written ? "stays" : after.length === 0 ? 0 : lines;

function blockTexts(draw: Draw, key: string, indent: string, items: readonly Item[]): Line[] {
  const own = indent + oneOf(draw, "", "  ");
  return [
    line(`${indent}${key}:${trailing(draw)}`),
    ...items.flatMap((item) => [
      ...above(draw, own, item.after.length === 0 ? 0 : "stays"),
      line(`${own}- ${quoted(draw, item.written)}${trailing(draw)}`, becomes(item)),
    ]),
  ];
}

function flowTexts(draw: Draw, key: string, indent: string, items: readonly Item[]): Line[] {
  const changed = items.some((item) => becomes(item) !== "stays");
  const texts = items.map(({ written }) => quoted(draw, written)).join(oneOf(draw, ", ", ","));
  const text = `${indent}${key}: ${oneOf(draw, `[${texts}]`, `[ ${texts} ]`, `[ ${texts}, ]`)}${trailing(draw)}`;
  return [line(text, changed ? 1 : "stays")];
}

function flowLines(draw: Draw, key: string, indent: string, items: readonly Item[]): Line[] {
  const last = oneOf(draw, ",", "");
  return [
    line(`${indent}${key}: [`),
    ...items.flatMap((item, index) => [
      ...above(draw, `${indent}  `, item.after.length === 0 ? 0 : "stays"),
      line(
        `${indent}  ${quoted(draw, item.written)}${index === items.length - 1 ? last : ","}${trailing(draw)}`,
        becomes(item, 1),
      ),
    ]),
    line(`${indent}${oneOf(draw, "", "  ")}]`),
  ];
}

/** `access`: entries of which some go and some get another level. */
export function drawAccess(draw: Draw, indent: string): Drawn<object[]> {
  const own = indent + oneOf(draw, "", "  ");
  const entries = Array.from({ length: oneOf(draw, 1, 2, 3) }, (_, index) => {
    const kind = oneOf(draw, "stays", "goes", "changes");
    const changed = kind === "changes" ? 1 : kind === "goes" ? 0 : "stays";
    const rest = kind === "goes" ? 0 : "stays";
    const level = quoted(draw, "readWrite");
    const lines = oneOf(
      draw,
      [line(`${own}- s3: { bucket: b${index}, level: ${level} }${trailing(draw)}`, changed)],
      [line(`${own}- { s3: { level: ${level}, bucket: b${index} } }`, changed)],
      [
        line(`${own}- s3:${trailing(draw)}`, rest),
        line(`${own}    bucket: b${index}`, rest),
        line(`${own}    # inside`, rest),
        line(`${own}    level: ${level}${trailing(draw)}`, changed),
        ...oneOf(draw, [], [line(`${own}    # at the end`, rest)]),
      ],
    );
    const edit: Edit[] = {
      stays: [],
      goes: [{ path: ["access", index], values: [] }],
      changes: [{ path: ["access", index, "s3", "level"], values: ["read"] }],
    }[kind];
    const after = { bucket: `b${index}`, level: kind === "changes" ? "read" : "readWrite" };
    return {
      lines: [...above(draw, own, rest), ...lines],
      edit,
      after: kind === "goes" ? [] : [{ s3: after }],
    };
  });
  const after = entries.flatMap((entry) => entry.after);
  const lines = [line(`${indent}access:`), ...entries.flatMap((entry) => entry.lines)];
  return {
    lines: after.length === 0 ? lines.map(({ text }) => line(text, 0)) : lines,
    edits: entries.flatMap(({ edit }) => edit),
    after,
  };
}

/** `statements`: of some the actions change, and some go as a whole. */
export function drawStatements(draw: Draw, indent: string): Drawn<object[]> {
  const statements = Array.from({ length: oneOf(draw, 1, 2) }, (_, index) => {
    const goes = oneOf(draw, true, false);
    const actions = drawTexts(draw, "actions", `${indent}    `, ["statements", index, "actions"], false);
    const lines = [
      ...above(draw, `${indent}  `, "stays"),
      line(`${indent}  - sid: S${index}`),
      ...actions.lines,
      line(`${indent}    resources: ["*"]`),
    ];
    if (!goes)
      return {
        lines,
        edits: actions.edits,
        after: [{ sid: `S${index}`, actions: actions.after, resources: ["*"] }],
      };
    const first = lines.findIndex(({ text }) => text.includes("- sid"));
    // Of what stands above, only a comment right above goes too.
    const start = lines[first - 1]?.text.includes("# above") ? first - 1 : first;
    return {
      lines: lines.map(({ text }, place) => line(text, place >= start ? 0 : "stays")),
      edits: [{ path: ["statements", index], values: [] }],
      after: [],
    };
  });
  const after = statements.flatMap((statement) => statement.after);
  const lines = [line(`${indent}statements:`), ...statements.flatMap((statement) => statement.lines)];
  return {
    lines: after.length === 0 ? lines.map(({ text }) => line(text, 0)) : lines,
    edits: statements.flatMap(({ edits }) => edits),
    after,
  };
}
