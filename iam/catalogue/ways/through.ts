import { type Level, reference, type WayToMoreRights } from "./way.ts";

const representatives = new Set(["iam:PassRole", "sts:AssumeRole"]);

/** Ways to act as another of one page of AWS's reference, on the same targets; without any where the actions name none. */
export function through(
  page: string,
  targets: readonly string[] | undefined,
  actions: readonly string[],
  level: Level = "mandatory",
): WayToMoreRights[] {
  return actions.map((action) => ({
    action,
    gain: "acts as another",
    level,
    ...(targets && { targets }),
    source: reference(page),
    ...(representatives.has(action) && { representative: true }),
  }));
}
