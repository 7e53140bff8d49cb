import type { Letters } from "./data.ts";
import type { Box } from "./graph.ts";
import type { Drawing, PlacedArrow, PlacedBox } from "./layout.ts";
import { shortName } from "./shortName.ts";

/** Of the font of a box, at the most. */
const pixelsPerCharacter = 7.2;
const padding = 9;

/** A drawing as SVG. Workloads are links to their rights, resources are buttons that search for themselves. */
export function draw({ width, height, boxes, arrows, fences }: Drawing, letters: Letters): SVGElement {
  const names = new Map(boxes.map((box) => [box.id, sayBox(box)]));
  const says = `${boxes.length} boxes from workloads to resources`;
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": says });
  svg.style.width = `${width}px`;
  svg.style.height = `${height}px`;
  svg.append(
    arrowheads(),
    ...fences.map(({ name, ...area }) =>
      titled("g", { class: "fence", role: "img" }, `permissions boundary ${name}`, [
        element("rect", { ...area, rx: 10 }),
        text(shortName(name, 17), { x: area.x + 8, y: area.y + 17 }),
      ]),
    ),
    ...arrows.map((arrow) => drawnArrow(arrow, letters, names)),
    ...boxes.map(drawnBox),
  );
  return svg;
}

function drawnBox(box: PlacedBox): SVGElement {
  const { x, y, width, height, column, kind, name } = box;
  const middle = y + height / 2;
  const isLow = column === "resource";
  const label = text(kind, { x: x + padding, y: isLow ? middle + 4 : middle - 5, class: "kind" });
  // In one line, the kind takes its part of the room.
  const room = Math.floor((width - 2 * padding) / pixelsPerCharacter) - (isLow ? kind.length + 1 : 0);
  const shown = text(shortName(name, room), isLow ? { dx: 6 } : { x: x + padding, dy: 17 }, "tspan");
  label.append(shown);
  return titled(...elementOf(box), sayBox(box), [
    element("rect", { x, y, width, height, rx: isLow ? 4 : 8 }),
    label,
  ]);
}

function elementOf({ column, id, name }: Box): [string, Attributes] {
  const kind = column.replace(" ", "-");
  if (column === "workload") return ["a", { class: kind, href: `#${name}` }];
  if (column === "resource")
    return ["g", { class: kind, role: "button", tabindex: 0, "data-find": id.replace("resource ", "") }];
  return ["g", { class: kind, role: "img", tabindex: 0 }];
}

const sayBox = ({ kind, name, boundary }: Box) =>
  boundary === undefined ? `${kind} ${name}` : `${kind} ${name} within the permissions boundary ${boundary}`;

function drawnArrow(arrow: PlacedArrow, letters: Letters, names: ReadonlyMap<string, string>): SVGElement {
  const { from, to, start, end, effect, levels } = arrow;
  const bend = (end.x - start.x) / 2;
  // Straight at its end, where the letters stand.
  const line = `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${start.x + bend / 2} ${end.y} ${end.x - 34} ${end.y}H${end.x - 6}`;
  const plain = `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x - 6} ${end.y}`;
  const verb = { Allow: "allows", Deny: "denies", none: "has" }[effect ?? "none"];
  const what = effect === undefined ? "" : `${levels.join(", ")} on `;
  const shown = [...levels].reverse().map((level) => letters[level]);
  const says = `${names.get(from) ?? from} ${verb} ${what}${names.get(to) ?? to}`;
  return titled("g", { class: `arrow ${effect ?? "has"}`, role: "img" }, says, [
    element("path", {
      d: effect === undefined ? plain : line,
      "marker-end": `url(#arrowHead${effect ?? ""})`,
    }),
    ...(effect === undefined
      ? []
      : [text(shown.join(""), { x: end.x - 10, y: end.y - 5, "text-anchor": "end", class: "letters" })]),
  ]);
}

function arrowheads(): SVGElement {
  const heads = ["", "Allow", "Deny"].map((effect) => {
    const size = { viewBox: "0 0 8 8", markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse" };
    const head = element("marker", { id: `arrowHead${effect}`, refX: 2, refY: 4, orient: "auto", ...size });
    head.append(element("path", { d: "M0 0 8 4 0 8z", class: `head ${effect}` }));
    return head;
  });
  const defs = element("defs", {});
  defs.append(...heads);
  return defs;
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** What an element says to eyes that rest on it, and to ears. */
function titled(
  name: string,
  attributes: Attributes,
  says: string,
  content: readonly SVGElement[],
): SVGElement {
  const made = element(name, { ...attributes, "aria-label": says });
  const title = element("title", {});
  title.textContent = says;
  made.append(title, ...content);
  return made;
}

function text(content: string, attributes: Attributes, name: "text" | "tspan" = "text"): SVGElement {
  const made = element(name, attributes);
  made.textContent = content;
  return made;
}
