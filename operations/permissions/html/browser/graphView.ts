import type { WorkloadAccess } from "../../show/access.ts";
import { draw } from "./draw.ts";
import { graphOf } from "./graph.ts";
import { layout } from "./layout.ts";
import type { Parts } from "./parts.ts";

/** More cannot be told apart in one picture. */
const mostDrawn = 12;

/** Draws workloads into the page, or says why it does not. */
export function showGraph({ canvas, graphNote, data }: Parts, workloads: readonly WorkloadAccess[]): void {
  const names = workloads.map(({ name }) => name).join(" ");
  // Drawing is the slow part of a keystroke, and most keystrokes leave the picture as it is.
  if (canvas.dataset.drawn === names) return;
  canvas.dataset.drawn = names;
  const note = noteOn(workloads);
  graphNote.textContent = note;
  canvas.hidden = note !== "";
  canvas.replaceChildren(...(note === "" ? [draw(layout(graphOf(workloads)), data.letters)] : []));
}

function noteOn({ length }: readonly WorkloadAccess[]): string {
  if (length === 0) return "There is no workload to draw.";
  if (length <= mostDrawn) return "";
  return `${length} workloads are too many for one picture. Search until ${mostDrawn} or fewer are left.`;
}
