import { WORKLOAD_NAME } from "../../../components/config/schema.ts";
import { Failure } from "../../../commandLine/failure.ts";

/** Ends with the rule and a right name where a name breaks it. */
export function checkWorkloadName(name: string): void {
  if (WORKLOAD_NAME.test(name)) return;
  const suggestion = suggested(name);
  throw new Failure(
    `got the name "${name}", want 1 to 32 lower-case letters, digits and hyphens, a letter first${suggestion && `, such as ${suggestion}`}`,
  );
}

/** The right name that comes closest; empty where no letter is in it. */
export function suggested(name: string): string {
  return name
    .replace(/([a-z0-9])(?=[A-Z])/g, "$1-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 32)
    .replace(/-+$/, "");
}
