import { h } from "preact";
import { Mark, toneOf } from "./marks.ts";
import { meanings, type Group } from "./verdicts.ts";
import { Workload } from "./workload.ts";

/** All roles of one verdict. */
export function VerdictGroup({ group: { verdict, workloads } }: { readonly group: Group }) {
  const id = toneOf(verdict);
  return h(
    "section",
    { "aria-labelledby": id, class: id },
    h(
      "h2",
      { id, class: "verdict-title" },
      Mark({ of: verdict }),
      verdict.charAt(0).toUpperCase() + verdict.slice(1),
      " ",
      h("span", { class: "muted" }, workloads.length),
    ),
    h("p", { class: "muted meaning" }, meanings[verdict]),
    workloads.map((workload) => Workload({ workload })),
  );
}
