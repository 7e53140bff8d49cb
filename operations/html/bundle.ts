import { readFileSync } from "node:fs";
import * as path from "node:path";
import { transform } from "sucrase";

/**
 * A TypeScript file with everything that it imports by relative path, as one script for a page. Types are stripped, not checked:
 * `npm run typecheck` does that. Packages cannot be imported.
 */
export function bundle(entry: string): string {
  const modules = new Map<string, string>();
  add(entry, modules);
  const names = [...modules.keys()];
  const bodies = [...modules].map(([file, code]) => {
    const linked = code.replace(
      imported,
      (_, name: string) => `require(${names.indexOf(resolved(file, name))})`,
    );
    return `(exports, require) => {${linked}}`;
  });
  return `(() => {
const bodies = [${bodies.join(",\n")}];
const loaded = [];
const require = (index) => {
  if (!loaded[index]) bodies[index](loaded[index] = {}, require);
  return loaded[index];
};
require(0);
})();`;
}

/** What sucrase makes of an import. */
const imported = /\brequire\('([^']+)'\)/g;

const resolved = (file: string, name: string) => `${path.resolve(path.dirname(file), name)}.ts`;

function add(file: string, modules: Map<string, string>): void {
  if (modules.has(file)) return;
  const { code } = transform(readFileSync(file, "utf8"), {
    transforms: ["typescript", "imports"],
    disableESTransforms: true,
  });
  modules.set(file, code);
  for (const [, name = ""] of code.matchAll(imported)) add(resolved(file, name), modules);
}
