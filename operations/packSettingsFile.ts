import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../commandLine/failure.ts";
import { matcherOf } from "./stackPatterns.ts";

/** Beside the pack: which settings stacks share, by pattern, as `{"prod-*": "prod"}`. The first pattern that takes it counts. */
export const SHARED_SETTINGS = "stacks.json";

/**
 * The file with the settings of the policy pack for a stack: `config/<stack>.json` in the pack, or that which `stacks.json` of the
 * pack names for it. Nothing that the stack file says chooses it: whoever may change that file could choose the settings of
 * another stack, which refuse less.
 *
 * @param shown The folder of the pack as the user names it.
 * @returns undefined where the stack has none.
 * @throws Failure where `stacks.json` is wrong.
 */
export function packSettingsFile(pack: string, shown: string, stack: string): string | undefined {
  const settings = (of: string) => path.join(pack, "config", `${of}.json`);
  if (existsSync(settings(stack))) return settings(stack);
  const shared = sharedSettings(pack, shown).find(([pattern]) => matcherOf(pattern).test(stack))?.[1];
  if (shared === undefined || existsSync(settings(shared)))
    return shared === undefined ? undefined : settings(shared);
  throw new Failure(
    `${shown}/${SHARED_SETTINGS}: stack "${stack}": got "${shared}", want the name of a file in ${shown}/config, without .json`,
  );
}

/** The entries of `stacks.json`; none where there is no such file. */
function sharedSettings(pack: string, shown: string): (readonly [pattern: string, settings: string])[] {
  const file = path.join(pack, SHARED_SETTINGS);
  if (!existsSync(file)) return [];
  const wrong = (got: string) =>
    new Failure(
      `${shown}/${SHARED_SETTINGS}: got ${got}, want patterns of stacks with settings, as {"prod-*": "prod"}`,
    );
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw wrong("no JSON");
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw wrong("no map");
  return Object.entries(read).map(([pattern, settings]: [string, unknown]) => {
    if (typeof settings !== "string" || !/^[\w.-]+$/.test(settings))
      throw wrong(`${JSON.stringify(settings)} for "${pattern}"`);
    return [pattern, settings];
  });
}
