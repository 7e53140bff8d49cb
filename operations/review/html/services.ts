import { h } from "preact";
import { counted, day } from "../proposals/words.ts";
import type { ReviewedAction, ReviewedService } from "../review.ts";
import { Fold } from "./fold.ts";
import { Mark, toneOf } from "./marks.ts";
import { countsOf } from "./words.ts";

/** So many actions are read at a glance. */
const mostActions = 12;

const uses = ["unused", "used", "not tracked"] as const;

/** What a role may do, service by service, and what of it was used. */
export function Services({ services }: { readonly services: readonly ReviewedService[] }) {
  if (services.length === 0) return h("p", { class: "muted" }, "This role is granted no action.");
  const actions = services.flatMap((service) => service.actions);
  const counts = countsOf(actions);
  const shown = uses.filter((use) => counts[use] > 0).map((use) => `${counts[use]} ${use}`);
  return h(
    "details",
    { class: "services" },
    h(
      "summary",
      null,
      h("h4", null, counted(services.length, "service")),
      h("span", { class: "muted" }, counted(actions.length, "action"), ": ", shown.join(", ")),
    ),
    h(
      "ul",
      null,
      services.map((service) => Service({ service })),
    ),
  );
}

function Service({
  service: { namespace, name, lastUsed, used, actions },
}: {
  readonly service: ReviewedService;
}) {
  const last = lastUsed === undefined ? "never used" : `last used ${day(lastUsed)}`;
  return h(
    "li",
    null,
    h(
      "p",
      { class: "service" },
      h("strong", null, name),
      " ",
      h("code", { class: "muted" }, namespace),
      h(
        "span",
        { class: `use ${toneOf(used ? "used" : "unused")}` },
        Mark({ of: used ? "used" : "unused" }),
        used || lastUsed === undefined ? last : `not in the window, ${last}`,
      ),
    ),
    h(
      "dl",
      { class: "uses" },
      uses.map((use) => Actions({ use, actions: actions.filter((action) => action.use === use) })),
    ),
  );
}

interface ActionsProps {
  readonly use: ReviewedAction["use"];
  readonly actions: readonly ReviewedAction[];
}

function Actions({ use, actions }: ActionsProps) {
  if (actions.length === 0) return null;
  return h(
    "div",
    null,
    h("dt", { class: `use ${toneOf(use)}` }, Mark({ of: use }), actions.length, " ", use),
    h(
      "dd",
      null,
      Fold({
        count: actions.length,
        nouns: "actions",
        most: mostActions,
        children: h(
          "ul",
          { class: "actions" },
          actions.map(({ action, lastUsed }) =>
            h(
              "li",
              null,
              h("code", null, action.slice(action.indexOf(":") + 1)),
              lastUsed !== undefined && h("span", { class: "muted" }, " ", day(lastUsed)),
            ),
          ),
        ),
      }),
    ),
  );
}
