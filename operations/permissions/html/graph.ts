import { h } from "preact";
/** Where the script of the page draws. */
export function Graph() {
  return h(
    "section",
    { id: "graph", hidden: true },
    h(
      "div",
      { class: "graph-head" },
      h("h2", { id: "graphTitle" }, "From workload to resource"),
      h(
        "fieldset",
        null,
        h("legend", { class: "unseen" }, "What to draw"),
        h("label", null, h("input", { type: "radio", name: "drawn", checked: true }), "chosen workload"),
        h("label", null, h("input", { type: "radio", name: "drawn", id: "drawAll" }), "all that are found"),
      ),
      h(
        "p",
        { class: "muted" },
        h("span", { class: "key key-allow" }),
        " Allow ",
        h("span", { class: "key key-deny" }),
        " Deny",
        " ",
        h("span", { class: "key key-fence" }),
        " permissions boundary",
      ),
    ),
    h("p", { id: "graphNote", role: "status" }),
    h("div", {
      id: "graphCanvas",
      class: "scrolls",
      tabIndex: 0,
      role: "region",
      "aria-labelledby": "graphTitle",
    }),
  );
}
