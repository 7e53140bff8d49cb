import { type Arrow, type Box, columns, type Graph } from "./graph.ts";

/** All lengths are in CSS pixels. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type PlacedBox = Box & Area;

export interface PlacedArrow extends Arrow {
  readonly start: Point;
  readonly end: Point;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
  /** Around each role with a permissions boundary. */
  readonly fences: readonly (Area & { readonly name: string })[];
}

const margin = 14;
/** A box with two lines, and a resource with one: there are many of them. */
const tall = 44;
const low = 28;
/** Between boxes of a column. */
const gap = 8;
/** How deep the first box of a column may stand: a long list of resources would hide where it comes from. */
const deepest = margin + 100;
/** Between the ends of arrows at one box, so that the letters on each can be read. */
const portGap = 20;
/** Of a fence around its role; the name of the boundary stands above the role. */
const fence = { side: 8, top: 26, bottom: 8 };

const widths: Readonly<Record<Box["column"], number>> = {
  workload: 124,
  "instance profile": 122,
  role: 122,
  policy: 150,
  resource: 250,
};

/** The space after a column: wide where many arrows part and carry letters. */
const after: Readonly<Record<Box["column"], number>> = {
  workload: 20,
  "instance profile": 28,
  role: 28,
  policy: 72,
  resource: 0,
};

/**
 * Columns from the workloads to the resources. Resources stand in the order in which they come, every other box beside
 * what it leads to, or below the box before it where there is no room. The same graph is always drawn the same.
 */
export function layout({ boxes, arrows }: Graph): Drawing {
  const placed = new Map<string, PlacedBox>();
  for (const column of [...columns].reverse()) {
    let free = margin;
    for (const box of boxes.filter((one) => one.column === column)) {
      const { top, bottom } = box.boundary === undefined ? { top: 0, bottom: 0 } : fence;
      const height = heightOf(box, arrows);
      const wanted = besideTargets(box, arrows, placed) - height / 2;
      const y = Math.max(free + top, free === margin ? Math.min(wanted, deepest) : wanted);
      placed.set(box.id, { ...box, x: xOf(column), y: Math.round(y), width: widths[column], height });
      free = Math.round(y) + height + bottom + gap;
    }
  }
  const all = boxes.flatMap(({ id }) => placed.get(id) ?? []);
  const fences = all.flatMap(fenceOf);
  return {
    width: xOf("resource") + widths.resource + margin,
    height: Math.max(0, ...[...all, ...fences].map(({ y, height }) => y + height)) + margin,
    boxes: all,
    arrows: arrows.flatMap((arrow) => placedArrow(arrow, arrows, placed)),
    fences,
  };
}

function xOf(column: Box["column"]): number {
  const before = columns.slice(0, columns.indexOf(column));
  return before.reduce((x, one) => x + widths[one] + after[one], margin);
}

const heightOf = ({ id, column }: Box, arrows: readonly Arrow[]) =>
  Math.max(column === "resource" ? low : tall, arrows.filter(({ to }) => to === id).length * portGap);

/** The mean height of what a box leads to; the top for a box that leads nowhere. */
function besideTargets(
  { id }: Box,
  arrows: readonly Arrow[],
  placed: ReadonlyMap<string, PlacedBox>,
): number {
  const targets = arrows.filter(({ from }) => from === id).flatMap(({ to }) => placed.get(to) ?? []);
  const middles = targets.map(({ y, height }) => y + height / 2);
  return middles.reduce((sum, middle) => sum + middle / middles.length, 0);
}

/** From the middle of one box to a place of its own at the other. */
function placedArrow(
  arrow: Arrow,
  arrows: readonly Arrow[],
  placed: ReadonlyMap<string, PlacedBox>,
): PlacedArrow[] {
  const [from, to] = [placed.get(arrow.from), placed.get(arrow.to)];
  if (!from || !to) return [];
  const ends = arrows.filter((other) => other.to === arrow.to);
  const part = (ends.indexOf(arrow) + 0.5) / ends.length;
  return [
    {
      ...arrow,
      start: { x: from.x + from.width, y: from.y + from.height / 2 },
      end: { x: to.x, y: to.y + to.height * part },
    },
  ];
}

const fenceOf = ({ x, y, width, height, boundary }: PlacedBox) =>
  boundary === undefined
    ? []
    : [
        {
          name: boundary,
          x: x - fence.side,
          y: y - fence.top,
          width: width + 2 * fence.side,
          height: height + fence.top + fence.bottom,
        },
      ];
