import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { Progress } from "../../../commandLine/progress.ts";
import { buildGoTool } from "../../../sandbox/toolchain/goTool.ts";
import { pythonEnvironment, pythonIn } from "../../../sandbox/toolchain/pythonEnvironment.ts";

const here = import.meta.dirname;

/** Python with the AWS CLI and boto3. */
async function python(): Promise<string> {
  const folder = await pythonEnvironment(
    {
      name: "AWS clients",
      requirements: path.join(here, "requirements.txt"),
      otherwise: "this test needs it: install python3 (and python3-venv)",
    },
    new Progress(),
  );
  return pythonIn(folder);
}

/** Puts an `aws` into a folder, since the scripts of a virtual environment that was moved do not run. */
export async function writeAwsCli(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "aws");
  writeFileSync(file, `#!/bin/sh\nexec '${await python()}' -m awscli "$@"\n`);
  chmodSync(file, 0o755);
}

/** The programs that say who they are for each line that they read, by the SDK that they use. */
export const programs: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  boto3: async () => [await python(), path.join(here, "identities.py")],
  "the SDK for JavaScript": () => Promise.resolve([process.execPath, path.join(here, "identities.ts")]),
  "the SDK for Go": async () => [await goProgram()],
};

async function goProgram(): Promise<string> {
  const source = path.join(here, "go");
  const content = createHash("sha256");
  for (const file of ["main.go", "go.mod", "go.sum"]) content.update(readFileSync(path.join(source, file)));
  const version = content.digest("hex").slice(0, 12);
  return buildGoTool({ name: "identities", version, source, mainPackage: "." }, new Progress());
}
