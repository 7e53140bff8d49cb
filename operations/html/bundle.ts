import { buildSync } from "esbuild";

/**
 * A TypeScript file with everything that it imports, as one script for a page. Types are stripped, not checked:
 * `npm run typecheck` does that.
 */
export function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
