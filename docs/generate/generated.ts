import { readFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { policies } from "../../policypack/policies/index.ts";
import { packConfigSchema } from "./configSchema.ts";
import { replaceMarked } from "../../testing/markedText.ts";
import { policyTable } from "./policyTable.ts";
import { stackFileSchema } from "./stackFileSchema.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The files that are made of the list of policies and of the schema of stack files, by path, as they have to be now. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  const files: [file: string, text: string][] = [
    ["README.md", replaceMarked(readme, "policies", policyTable(policies))],
    ["policypack/config/schema.json", JSON.stringify(packConfigSchema(policies))],
    ["workloads.schema.json", JSON.stringify(stackFileSchema())],
  ];
  const formatted = files.map(async ([name, text]): Promise<[string, string]> => {
    const file = path.join(root, name);
    return [file, await format(text, { ...(await resolveConfig(file)), filepath: file })];
  });
  return new Map(await Promise.all(formatted));
}
