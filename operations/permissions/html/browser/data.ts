import type { AccessLevel } from "../../../../iam/catalogue/accessLevels.ts";
import type { WorkloadAccess } from "../../show/access.ts";

/** One letter a level. */
export type Letters = Readonly<Record<AccessLevel, string>>;

/** What the page gives to its script, in the order of the rows. */
export interface PageData {
  readonly workloads: readonly WorkloadAccess[];
  readonly letters: Letters;
}

export const dataId = "accessData";
