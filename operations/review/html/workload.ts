import { h } from "preact";
import { day } from "../proposals/words.ts";
import type { ReviewedWorkload } from "../review.ts";
import { Effect } from "./effect.ts";
import { Mark, toneOf } from "./marks.ts";
import { Proposals } from "./proposals.ts";
import { Services } from "./services.ts";
import { anchorOf } from "./verdicts.ts";

/** One role: what it is, what could change and what that does, and what it used. */
export function Workload({ workload }: { readonly workload: ReviewedWorkload }) {
  const { name, roleName, roleArn, createdAt, lastUsed, verdict, services, proposals, effect } = workload;
  const id = anchorOf(workload);
  return h(
    "article",
    { id, "aria-labelledby": `${id}-name`, class: "workload" },
    h(
      "header",
      null,
      h("h3", { id: `${id}-name` }, name),
      h("span", { class: `badge ${toneOf(verdict)}` }, Mark({ of: verdict }), verdict),
    ),
    h(
      "dl",
      { class: "facts role" },
      h(
        "div",
        null,
        h("dt", null, "Last used"),
        h("dd", null, lastUsed === undefined ? "never, as far as AWS tracks it" : day(lastUsed)),
      ),
      h("div", null, h("dt", null, "Created"), h("dd", null, day(createdAt))),
      h(
        "div",
        null,
        h("dt", null, "Role"),
        h("dd", null, h("code", null, roleName), h("code", { class: "muted arn" }, roleArn)),
      ),
    ),
    Proposals({ proposals }),
    effect && Effect({ diff: effect }),
    Services({ services }),
  );
}
