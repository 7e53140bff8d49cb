import { h } from "preact";
import { Facts } from "../../html/facts.ts";
import type { StackAccess } from "../show/access.ts";
import { summaryOf } from "./words.ts";

/** What is shown, and what it is made from. */
export function Head({ access }: { readonly access: StackAccess }) {
  const { stack, services, workloads, notes } = access;
  const facts = [
    ["Stack", stack],
    ["Workloads", workloads.length],
    ["Services", services.length],
    ["Made from", h("code", null, "Pulumi.", stack, ".yaml")],
  ] as const;
  return h(
    "header",
    null,
    h(
      "div",
      null,
      h("p", { class: "kicker" }, "Permissions, from the stack file"),
      h("h1", null, "What the roles of ", stack, " may do"),
      h(
        "p",
        { class: "lead" },
        summaryOf(access),
        " ",
        h(
          "span",
          { class: "muted" },
          ["What was changed by hand in AWS is not here.", ...(notes ?? [])].join(" "),
        ),
      ),
    ),
    Facts({ facts }),
  );
}
