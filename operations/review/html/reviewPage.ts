import { Fragment, h } from "preact";
import { htmlPage } from "../../html/htmlPage.ts";
import type { Review } from "../review.ts";
import { Patch } from "./patch.ts";
import { reviewStyle } from "./style.ts";
import { Summary } from "./summary.ts";
import { VerdictGroup } from "./verdictGroup.ts";
import { byVerdict } from "./verdicts.ts";
import { headline } from "./words.ts";

/** A review as one HTML file that loads nothing, for people who decide whether a role may become smaller. */
export function reviewPage(review: Review): string {
  const groups = byVerdict(review.workloads);
  const { stack, requests, seconds, notTracked } = review;
  const body = h(
    Fragment,
    null,
    h("a", { class: "skip", href: "#roles" }, "Skip to the roles"),
    Summary({ review, groups }),
    h(
      "main",
      { id: "roles" },
      groups.map((group) => VerdictGroup({ group })),
      Patch({ review }),
      h(
        "section",
        { "aria-labelledby": "not-tracked" },
        h("h2", { id: "not-tracked" }, "What AWS does not track"),
        h(
          "ul",
          { class: "notes" },
          notTracked.map((sentence) => h("li", null, sentence)),
        ),
      ),
    ),
    h("footer", null, "Asked of AWS in ", requests, " requests and ", seconds, " s. All times are in UTC."),
  );
  return htmlPage({ title: `Access review of ${stack}: ${headline(review)}`, style: reviewStyle, body });
}
