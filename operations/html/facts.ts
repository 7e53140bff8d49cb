import { h, type ComponentChild } from "preact";

/** A few names with their values, in the head of a page. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ComponentChild])[] }) {
  return h(
    "dl",
    { class: "facts" },
    facts.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value))),
  );
}
