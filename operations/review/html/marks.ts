import { h } from "preact";
import type { ReviewedAction, RoleVerdict } from "../review.ts";

/** Paths on a ground of 16 by 16. Words stand beside every mark, so that it only helps the eye. */
const shapes: Readonly<Record<RoleVerdict | ReviewedAction["use"], string>> = {
  "could be smaller": "M8 2v8M4.5 7 8 10.5 11.5 7M3 14h10",
  "never used": "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M4 12 12 4",
  "too young": "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 4.8V8l2.3 1.6",
  "all in use": "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5.3 8.2l1.9 1.9 3.6-4",
  used: "M3 8.5 6.5 12 13 4.5",
  unused: "M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9",
  "not tracked": "M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 12v.1",
};

export function Mark({ of }: { readonly of: keyof typeof shapes }) {
  return h(
    "svg",
    { viewBox: "0 0 16 16", "aria-hidden": "true", class: "mark" },
    h("path", { d: shapes[of] }),
  );
}

/** The class that gives a verdict or a use its colour. */
export const toneOf = (of: keyof typeof shapes): string => `tone-${of.replaceAll(" ", "-")}`;
