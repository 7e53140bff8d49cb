import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { dateOfToday } from "./exceptionText.ts";
import { Exceptions } from "./exceptions.ts";

/** Reads a file of exceptions. What is wrong with it is reported by a policy, and excuses nothing. */
export async function readExceptions(file: string, policies: readonly string[]): Promise<Exceptions> {
  const today = dateOfToday();
  if (!existsSync(file)) return new Exceptions([], [], today);
  let value: unknown;
  try {
    value = parse(readFileSync(file, "utf8")) ?? [];
  } catch (error) {
    return new Exceptions([], [`want YAML, but ${(error as Error).message.split("\n")[0] ?? ""}`], today);
  }
  if (Array.isArray(value) && value.length === 0) return new Exceptions([], [], today);
  // The schema library is loaded only where there is something to check: every preview waits for the start of the pack.
  const { parseExceptions } = await import("./parseExceptions.ts");
  const { entries, problems } = parseExceptions(value, policies, today);
  return new Exceptions(entries, problems, today);
}
