import { h } from "preact";
/** The one field that finds workloads. The script of the page reveals it. */
export function Search() {
  return h(
    "search",
    { id: "search", hidden: true },
    h("label", { for: "searchField" }, "Find workloads"),
    h("input", {
      id: "searchField",
      type: "search",
      autocomplete: "off",
      spellcheck: false,
      placeholder: "s3 write, a bucket, iam:PassRole …",
      "aria-describedby": "searchHelp",
      "aria-keyshortcuts": "/",
    }),
    h("p", { id: "searchCount", role: "status" }),
    h(
      "p",
      { id: "searchHelp", class: "muted" },
      h("kbd", null, "/"),
      " search ",
      h("kbd", null, "Esc"),
      " clear ",
      h("kbd", null, "↑ ↓ ← →"),
      " move in the matrix",
    ),
  );
}
