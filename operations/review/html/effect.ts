import { h } from "preact";
import { givesMore, type PermissionDiff, shownChange } from "../../../iam/diff/index.ts";

/** What a patch does to the rights of a role. */
export function Effect({ diff: { changes, widens, doubts } }: { readonly diff: PermissionDiff }) {
  return h(
    "section",
    null,
    h("h4", null, "Effect on the rights of the role"),
    widens && h("p", { class: "warning" }, "It may also allow what is not allowed now."),
    changes.length + doubts.length === 0
      ? h("p", null, "It allows the same as before.")
      : h(
          "ul",
          { class: "effect" },
          changes.map((change) =>
            h("li", { class: givesMore(change) ? "more" : "less" }, shownChange(change)),
          ),
          doubts.map((doubt) => h("li", { class: "doubt" }, doubt)),
        ),
  );
}
