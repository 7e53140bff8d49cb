import type { Edit } from "../../stackFile/edit.ts";
import type { Proposal } from "../review.ts";

/** A proposal and the edits below its workload that carry it out; none where it only remarks on something. */
export interface Planned {
  readonly proposal: Proposal;
  readonly edits: readonly Edit[];
}

/** Something that could be smaller, but that AWS does not tell enough of. */
export function remark(at: string, got: string, because: string): Planned {
  return { proposal: { at, got, because }, edits: [] };
}

/** What a proposal wants in the place of something that goes. */
export const nothing = "nothing";
