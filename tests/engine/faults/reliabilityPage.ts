import { readFileSync } from "node:fs";
import * as path from "node:path";
import { format, resolveConfig } from "prettier";
import { replaceMarked } from "../../../testing/markedText.ts";
import { projectFolder } from "../../../sandbox/paths.ts";

export const reliabilityPage = path.join(projectFolder, "docs", "reliability.md");

/** The page with another table between the marks of a name. */
export async function pageWithTable(name: string, table: string): Promise<string> {
  const text = replaceMarked(readFileSync(reliabilityPage, "utf8"), name, table);
  return format(text, { ...(await resolveConfig(reliabilityPage)), filepath: reliabilityPage });
}
