import { Fragment, h, type ComponentChildren } from "preact";

interface FoldProps {
  readonly count: number;
  /** What is counted, in the plural. */
  readonly nouns: string;
  /** More than so many are folded. */
  readonly most: number;
  readonly children: ComponentChildren;
}

/** What is short is shown, what is long opens on demand. */
export function Fold({ count, nouns, most, children }: FoldProps) {
  if (count <= most) return h(Fragment, null, children);
  return h("details", { class: "fold" }, h("summary", null, `Show all ${count} ${nouns}`), children);
}
