import { h } from "preact";
import { Facts } from "../../html/facts.ts";
import { counted, day } from "../proposals/words.ts";
import type { Review } from "../review.ts";
import { Fold } from "./fold.ts";
import { Mark, toneOf } from "./marks.ts";
import { anchorOf, type Group } from "./verdicts.ts";
import { headline, minute, summaryOf } from "./words.ts";

/** So many names of workloads are read at a glance. */
const mostNames = 12;

/** What was reviewed, what came out, and the way to each role. */
export function Summary({ review, groups }: { readonly review: Review; readonly groups: readonly Group[] }) {
  const { stack, account, region, days, since, reviewedAt } = review;
  const facts = [
    ["Stack", stack],
    ["Account", account],
    ["Region", region],
    ["Window", `${day(since)} to ${day(reviewedAt)}, ${counted(days, "day")}`],
    ["Reviewed", minute(reviewedAt)],
  ] as const;
  const said = headline(review);
  return h(
    "header",
    { class: "summary" },
    h("p", { class: "kicker" }, "Access review: what roles hold, and what they used"),
    h("h1", null, `${said.charAt(0).toUpperCase()}${said.slice(1)}`),
    h("p", { class: "lead" }, summaryOf(review)),
    Facts({ facts }),
    h(
      "nav",
      { "aria-label": "Roles by verdict" },
      h(
        "ul",
        { class: "verdicts" },
        groups.map((group) => VerdictCard({ group })),
      ),
      h(
        "p",
        { class: "onward" },
        h("a", { href: "#patch" }, "The patch"),
        " ",
        h("a", { href: "#not-tracked" }, "What AWS does not track"),
      ),
    ),
  );
}

function VerdictCard({ group: { verdict, workloads } }: { readonly group: Group }) {
  return h(
    "li",
    { class: toneOf(verdict) },
    h(
      "p",
      { class: "verdict-count" },
      Mark({ of: verdict }),
      h("strong", null, workloads.length),
      " ",
      h("a", { href: `#${toneOf(verdict)}` }, verdict),
    ),
    Fold({
      count: workloads.length,
      nouns: "roles",
      most: mostNames,
      children: h(
        "ul",
        { class: "names" },
        workloads.map((workload) =>
          h("li", null, h("a", { href: `#${encodeURIComponent(anchorOf(workload))}` }, workload.name)),
        ),
      ),
    }),
  );
}
