import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";

/** What one command of Pulumi's does in place of the real one. */
export interface FakeAnswer {
  readonly code?: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/**
 * Puts a command `pulumi` into a folder that answers by the words of its arguments that come first, and writes down what it was asked.
 * Whatever has no answer ends with 99.
 *
 * @returns the folder to have first on the PATH
 */
export function fakePulumi(folder: string, answers: Readonly<Record<string, FakeAnswer>>): string {
  const bin = path.join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const file = path.join(bin, "pulumi");
  writeFileSync(
    file,
    `#!${process.execPath}
const asked = process.argv.slice(2).join(" ");
require("node:fs").appendFileSync(${JSON.stringify(path.join(folder, "asked"))}, asked + "\\n");
const answers = ${JSON.stringify(answers)};
const found = Object.keys(answers).find((words) => asked.startsWith(words));
const { code = 0, stdout = "", stderr = "" } = answers[found] ?? { code: 99 };
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
`,
  );
  chmodSync(file, 0o755);
  return bin;
}
