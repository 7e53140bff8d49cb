import type { WorkloadAccess } from "../../show/access.ts";
import { moveByArrowKeys } from "./arrowKeys.ts";
import { showGraph } from "./graphView.ts";
import { partsOfPage } from "./parts.ts";
import { scrollToRow, showRows } from "./rows.ts";
import { isFound, searchable } from "./search.ts";

// Runs in the page. Without it everything can be read; with it one workload is shown at a time, searched and drawn.

const parts = partsOfPage();
const { data, field, count, matrix, rows, details, articles, graph, drawAll, search } = parts;
const { workloads } = data;
const searchables = workloads.map(searchable);
/** Where the style puts the words beside the matrix. */
const wide = window.matchMedia("(min-width: 76rem)");

/** The link of the matrix with an address such as `#orders-api` or `#orders-api.s3`. */
const linkTo = (hash: string | null) =>
  Array.from(matrix.querySelectorAll("a")).find((link) => link.getAttribute("href") === hash);

let chosen = workloads[0];
let found: readonly WorkloadAccess[] = workloads;

function update(): void {
  const isMatch = searchables.map((searched) => isFound(searched, field.value));
  found = workloads.filter((_, index) => isMatch[index]);
  const shown = chosen !== undefined && found.includes(chosen) ? chosen : found[0];
  showRows(rows, new Set(rows.filter((_, index) => isMatch[index])));
  workloads.forEach((workload, index) => {
    rows[index]?.classList.toggle("chosen", workload === shown);
    if (articles[index]) articles[index].hidden = workload !== shown;
  });
  count.textContent = countOf(found.length);
  showGraph(parts, drawAll.checked ? found : shown ? [shown] : []);
}

function countOf(found: number): string {
  if (field.value.trim() === "") return `${workloads.length} workloads`;
  return found === 0 ? "no workload has all of these words" : `${found} of ${workloads.length} workloads`;
}

/** Shows what the address names, also where the search had hidden it. */
function open(): void {
  const link = linkTo(location.hash);
  const row = link?.closest("tr");
  const named = row && workloads[rows.indexOf(row)];
  const place = document.getElementById(decodeURIComponent(link?.hash.slice(1) ?? ""));
  if (!named || !place) return;
  chosen = named;
  if (!found.includes(named)) field.value = "";
  update();
  scrollToRow(row);
  details.querySelector("section.chosen")?.classList.remove("chosen");
  if (place.tagName === "SECTION") place.classList.add("chosen");
  if (wide.matches) scrollDetailsTo(place);
  else place.scrollIntoView({ block: "start" });
}

/** Moves the words and not the page, which shows the matrix beside them. */
function scrollDetailsTo(place: HTMLElement): void {
  const top = place.getBoundingClientRect().top - details.getBoundingClientRect().top;
  details.scrollTop += top - details.clientHeight / 4;
}

function find(query: string): void {
  field.value = query;
  field.focus();
  update();
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const resource = target?.closest<SVGElement>("[data-find]");
  if (resource) find(resource.dataset.find ?? "");
  const href = target?.closest("main a")?.getAttribute("href") ?? null;
  if (!linkTo(href) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", href);
  open();
});

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (key === "/" && target !== field && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    field.select();
  }
  if (key === "Escape" && field.value !== "") find("");
  if ((key === "Enter" || key === " ") && target instanceof SVGElement && target.dataset.find !== undefined) {
    event.preventDefault();
    find(target.dataset.find);
  }
});

field.addEventListener("input", update);
graph.addEventListener("change", update);
window.addEventListener("popstate", () => {
  // Back at where the page began.
  if (location.hash === "") chosen = workloads[0];
  update();
  open();
});
moveByArrowKeys(matrix);
search.hidden = false;
graph.hidden = false;
document.body.classList.add("one");
update();
open();
