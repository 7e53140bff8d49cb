import { existsSync, readFileSync } from "node:fs";

/** The `config` of a stack file as it is written, secrets encrypted. Nothing where the file cannot be read. */
export async function writtenValues(file: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(file)) return {};
  // Every preview waits for the start of the program, and few stacks have secrets.
  const { parseDocument } = await import("yaml");
  const document = parseDocument(readFileSync(file, "utf8"));
  if (document.errors.length > 0) return {};
  const { config } = (document.toJS() ?? {}) as { readonly config?: Readonly<Record<string, unknown>> };
  return config ?? {};
}
