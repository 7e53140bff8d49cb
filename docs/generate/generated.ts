import { readFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { policies } from "../../policypack/policies/index.ts";
import { accessPage } from "./accessPage.ts";
import { accessTable } from "./accessTable.ts";
import { packConfigSchema } from "./configSchema.ts";
import { rooms } from "../../rooms.ts";
import { replaceMarked } from "../../testing/markedText.ts";
import { policyTable } from "./policyTable.ts";
import { roomsTable } from "./roomsTable.ts";
import { stackFileSchema } from "./stackFileSchema.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The files that are made of the policies, the services of `access`, the rooms and the schema of stack files, by path, as they have to be now. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const [readme = "", korean = "", contributing = ""] = ["README.md", "README.ko.md", "CONTRIBUTING.md"].map(
    (file) => readFileSync(path.join(root, file), "utf8"),
  );
  const files: [file: string, text: string][] = [
    [
      "README.md",
      replaceMarked(
        replaceMarked(readme, "policies", policyTable(policies)),
        "access",
        accessTable("english"),
      ),
    ],
    ["README.ko.md", replaceMarked(korean, "access", accessTable("korean"))],
    ["docs/access.md", accessPage("english")],
    ["docs/access.ko.md", accessPage("korean")],
    ["CONTRIBUTING.md", replaceMarked(contributing, "rooms", roomsTable(rooms))],
    ["policypack/config/schema.json", JSON.stringify(packConfigSchema(policies))],
    ["workloads.schema.json", JSON.stringify(stackFileSchema())],
  ];
  const formatted = files.map(async ([name, text]): Promise<[string, string]> => {
    const file = path.join(root, name);
    return [file, await format(text, { ...(await resolveConfig(file)), filepath: file })];
  });
  return new Map(await Promise.all(formatted));
}
