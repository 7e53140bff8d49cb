import { Fragment, h } from "preact";
import type { Proposal } from "../review.ts";
import { Fold } from "./fold.ts";

/** So many remarks are read before the services; more would hide them. */
const mostRemarks = 3;

/** What could be changed, then what stays and why. */
export function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const changes = proposals.filter(({ want }) => want !== undefined);
  const remarks = proposals.filter(({ want }) => want === undefined);
  return h(
    Fragment,
    null,
    changes.length > 0 && h("section", null, h("h4", null, "Proposed"), ProposalList({ proposals: changes })),
    remarks.length > 0 &&
      h(
        "section",
        null,
        h("h4", null, "Left as it is"),
        Fold({
          count: remarks.length,
          nouns: "places",
          most: mostRemarks,
          children: ProposalList({ proposals: remarks }),
        }),
      ),
  );
}

function ProposalList({ proposals }: { readonly proposals: readonly Proposal[] }) {
  return h(
    "ul",
    { class: "proposals" },
    proposals.map(({ at, got, want, because }) =>
      h(
        "li",
        null,
        h(
          "p",
          { class: "change" },
          want === undefined
            ? h("code", null, got)
            : h(
                Fragment,
                null,
                h("del", null, h("code", null, got)),
                h("span", { class: "arrow", "aria-label": "becomes" }, "→"),
                h("ins", null, h("code", null, want)),
              ),
        ),
        h("p", null, because),
        h("p", { class: "muted at" }, h("code", null, at)),
      ),
    ),
  );
}
