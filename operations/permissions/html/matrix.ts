import { h } from "preact";
import type { StackAccess, WorkloadAccess } from "../show/access.ts";
import { cell } from "../show/accessTable.ts";
import { Legend, Marks, marksInWords } from "./marks.ts";
import { counted, hrefOf, servicesOf, toldAt } from "./words.ts";

/** Workloads beside services; each cell leads to the rights in words. */
export function Matrix({ access }: { readonly access: StackAccess }) {
  const services = servicesOf(access);
  return h(
    "section",
    { class: "matrix" },
    h("h2", { id: "matrixTitle" }, "Workloads and services"),
    Legend({ access }),
    h(
      "div",
      { class: "scrolls", tabIndex: 0, role: "region", "aria-labelledby": "matrixTitle" },
      h(
        "table",
        { id: "accessMatrix" },
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            h("th", { scope: "col" }, "Workload"),
            services.map((service) =>
              h("th", { scope: "col", class: "service-name" }, h("span", null, service)),
            ),
          ),
        ),
        h(
          "tbody",
          null,
          access.workloads.map((workload) => Row({ workload, services })),
        ),
      ),
    ),
  );
}

interface RowProps {
  readonly workload: WorkloadAccess;
  readonly services: readonly string[];
}

function Row({ workload, services }: RowProps) {
  const { name, managedPolicies } = workload;
  return h(
    "tr",
    null,
    h(
      "th",
      { scope: "row" },
      h("a", { href: hrefOf(name) }, name),
      managedPolicies.length > 0 &&
        h(
          "span",
          { class: "beside", title: managedPolicies.join(", ") },
          "+ ",
          counted(managedPolicies.length, "attached policy", "attached policies"),
        ),
    ),
    services.map((service) =>
      h(
        "td",
        null,
        cell(workload, service) !== "" &&
          h(
            "a",
            {
              href: hrefOf(toldAt(workload, service)),
              "aria-label": `${name}, ${service}: ${marksInWords(workload, service)}`,
            },
            Marks({ of: workload, service }),
          ),
      ),
    ),
  );
}
