import type { PackSettings } from "../../../../testing/fixtureProject.ts";
import { resourceNameOf, type PolicyEvent } from "../../../../testing/policyEvents.ts";
import { prefixed, type TableResource } from "../../../../testing/tableResources.ts";

/** A violation: the policy, its level and the resource. */
export type Violation = readonly [policy: string, level: string, resource: string];

/** A few resources with everything that the pack has against them. */
export interface Row {
  /** The end of a test's name: "denies …" or "passes …". */
  readonly name: string;
  readonly resources: readonly TableResource[];
  /** All violations of all policies, at preview. @default - none */
  readonly finds?: readonly Violation[];
  /** The same at an update, which knows every value. @default - what the preview finds */
  readonly findsAtUpdate?: readonly Violation[];
  /** Settings of the pack that the row needs; it is judged in a run of its own. @default - none */
  readonly settings?: PackSettings;
}

/** The rows of one policy. */
export interface PolicyRows {
  readonly policy: string;
  readonly rows: readonly Row[];
}

/** A row among others in one stack. */
export interface PlacedRow {
  readonly row: Row;
  readonly resources: readonly TableResource[];
  /** The violations among these that are about the row's resources. */
  violationsIn(events: readonly PolicyEvent[]): Violation[];
}

/** Gives the resources of each row names that no other row has. A row alone keeps its own. */
export function placed(rows: readonly Row[]): PlacedRow[] {
  return rows.map((row, index) => {
    const prefix = rows.length === 1 ? "" : `r${index}-`;
    return {
      row,
      resources: prefixed(prefix, row.resources),
      violationsIn: (events) =>
        events
          .filter((event) => resourceNameOf(event).startsWith(prefix))
          .map(({ policyName, enforcementLevel, ...event }): Violation => [
            policyName,
            enforcementLevel,
            resourceNameOf(event).slice(prefix.length),
          ]),
    };
  });
}
