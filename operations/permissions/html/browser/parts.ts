import { dataId, type PageData } from "./data.ts";

/** The elements of the page that its script works on; workloads, rows and articles stand in the same order. */
export function partsOfPage() {
  const byId = <Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind => {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) throw new Error(`#${id}: got no ${kind.name} on this page`);
    return found;
  };
  const matrix = byId("accessMatrix", HTMLTableElement);
  const details = byId("roleDetails", HTMLElement);
  return {
    data: JSON.parse(byId(dataId, HTMLElement).textContent) as PageData,
    search: byId("search", HTMLElement),
    field: byId("searchField", HTMLInputElement),
    count: byId("searchCount", HTMLElement),
    matrix,
    rows: Array.from(matrix.tBodies[0]?.rows ?? []),
    details,
    articles: Array.from(details.querySelectorAll("article")),
    graph: byId("graph", HTMLElement),
    drawAll: byId("drawAll", HTMLInputElement),
    canvas: byId("graphCanvas", HTMLElement),
    graphNote: byId("graphNote", HTMLElement),
  };
}

export type Parts = ReturnType<typeof partsOfPage>;
