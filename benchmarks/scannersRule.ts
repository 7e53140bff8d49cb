/**
 * Judges all documents of a file by the rules of the policy pack that each line of input names; see scanners.ts. It is
 * started by Node alone, as the pack is: what is measured is what a preview runs.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { policies } from "../policypack/policies/index.ts";
import { noExceptions } from "../policypack/exceptions/exceptions.ts";
import type { Finding } from "../iam/finding.ts";
import type { PackPolicy } from "../policypack/crossguard/packPolicy.ts";
import type { Resource } from "../policypack/crossguard/resource.ts";

const context = { config: {}, stackConfig: {}, exceptions: noExceptions(), shownBefore: [] };

/** Whether a resource breaks a rule. All findings are made, as a preview makes them. */
async function flags({ checkResource }: PackPolicy, resource: Resource): Promise<boolean> {
  const findings = checkResource?.(resource, context) ?? [];
  const found: Finding[] = [];
  for await (const finding of findings) found.push(finding);
  return found.length > 0;
}

async function judge(names: readonly string[], documents: readonly [name: string, text: string][]) {
  const rules = policies.filter(({ name }) => names.includes(name));
  const flagged: Record<string, string[]> = {};
  const started = performance.now();
  for (const [name, policy] of documents) {
    // One resource for all rules, as the pack has it, and none that an earlier judgement has read.
    const resource = { type: "aws:iam/policy:Policy", inputs: { policy } };
    for (const rule of rules) if (await flags(rule, resource)) (flagged[rule.name] ??= []).push(name);
  }
  return { seconds: (performance.now() - started) / 1000, flagged };
}

async function main(file: string): Promise<void> {
  const documents = JSON.parse(readFileSync(file, "utf8")) as Record<string, object>;
  const texts = Object.entries(documents).map(([name, document]): [string, string] => [
    name,
    JSON.stringify(document),
  ]);
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${JSON.stringify(await judge(line.split(" "), texts))}\n`);
}

void main(process.argv[2] ?? "");
