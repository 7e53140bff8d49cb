import { Fragment, h } from "preact";
import { applyCommand } from "../formats/summary.ts";
import type { Review } from "../review.ts";

/** The change of the stack file, and how to apply it. */
export function Patch({ review }: { readonly review: Review }) {
  const { patch } = review;
  return h(
    "section",
    { "aria-labelledby": "patch" },
    h("h2", { id: "patch" }, "The patch"),
    patch === undefined
      ? h("p", null, whyNone(review))
      : h(
          Fragment,
          null,
          h(
            "p",
            null,
            "It changes the stack file only, and nothing is applied until you do it. In the project, on a branch of its own:",
          ),
          h(
            "pre",
            { class: "scrolls", tabIndex: 0, role: "region", "aria-label": "How to apply the patch" },
            h("code", null, applyCommand(review)),
          ),
          h(
            "pre",
            { class: "scrolls patch", tabIndex: 0, role: "region", "aria-label": "The patch itself" },
            h("code", null, shownLines(patch)),
          ),
        ),
  );
}

function whyNone({ workloads }: Review): string {
  const proposed = workloads.some(({ proposals }) => proposals.some(({ want }) => want !== undefined));
  return proposed
    ? "No proposal could be put into a patch; each role says why."
    : "Nothing can be proposed, so there is no patch.";
}

/** Each line with its own line end, and what it is. The names of the file stand before the first place. */
function shownLines(patch: string) {
  const lines = patch.match(/.*\n|.+$/g) ?? [];
  const firstPlace = lines.findIndex((line) => line.startsWith("@@"));
  return lines.map((line, index) => {
    if (index < firstPlace || line.startsWith("@@")) return h("span", { class: "place" }, line);
    if (line.startsWith("-")) return h("del", null, line);
    if (line.startsWith("+")) return h("ins", null, line);
    return line;
  });
}
