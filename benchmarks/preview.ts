/**
 * `pulumi preview` of a stack with one workload, not deployed: the program as users run it (TypeScript, whose types
 * Node strips), the same program compiled to JavaScript beforehand, and with the type check that Pulumi would do by default.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  readdirSync,
} from "node:fs";
import * as path from "node:path";
import ts from "typescript";
import { stringify } from "yaml";
import { projectFolder, sandboxFolder } from "../sandbox/paths.ts";
import { captureOrFail } from "../commandLine/processes/run.ts";
import { Progress } from "../commandLine/progress.ts";
import { closeSandbox, openSandbox, type Sandbox } from "../sandbox/sandbox.ts";
import { type Contender, inTurn, machine, printedVersion, timed, type Timed } from "./measure.ts";
import { publish } from "./publish.ts";

const rounds = Number(process.argv[2] ?? 5);
const folder = sandboxFolder(path.join(projectFolder, ".sandbox", `bench-${process.pid}`));

const config = {
  "aws:region": "eu-central-1",
  "instance-profiles:environment": "bench",
  "instance-profiles:workloads": {
    api: {
      access: [{ s3: { bucket: "bench-assets", level: "readWrite" } }],
      launch: { image: "al2023", instanceType: "t3.micro" },
    },
  },
};

const programFiles = ["main.js", "index.ts", "components", "iam", "secrets", "workloads"];

/** Compiles the program's files into a folder, as a build step would. */
function compileInto(target: string): void {
  const files = programFiles.flatMap((name) =>
    path.extname(name)
      ? [name]
      : readdirSync(path.join(projectFolder, name), { recursive: true, encoding: "utf8" }).map((file) =>
          path.join(name, file),
        ),
  );
  for (const file of files.filter((name) => /\.[jt]s$/.test(name))) {
    const { outputText } = ts.transpileModule(readFileSync(path.join(projectFolder, file), "utf8"), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2024,
        module: ts.ModuleKind.ESNext,
        rewriteRelativeImportExtensions: true,
      },
    });
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    // The compiler leaves the imports alone that run when they are called.
    const rewritten = outputText.replace(/(\bimport\("\.[^"]*)\.ts"\)/g, '$1.js")');
    writeFileSync(path.join(target, file.replace(/\.ts$/, ".js")), rewritten);
  }
  writeFileSync(path.join(target, "package.json"), JSON.stringify({ name: "program", type: "module" }));
}

async function contender(
  name: string,
  settings: { readonly main: string; readonly options: Record<string, unknown> },
  compiled: boolean,
  sandbox: Sandbox,
): Promise<Contender<Timed>> {
  const project = mkdtempSync(path.join(folder.temporary, "bench-"));
  symlinkSync(path.join(projectFolder, "node_modules"), path.join(project, "node_modules"));
  if (compiled) compileInto(project);
  else {
    for (const file of programFiles)
      cpSync(path.join(projectFolder, file), path.join(project, file), { recursive: true });
    for (const file of ["package.json", "tsconfig.json"])
      cpSync(path.join(projectFolder, file), path.join(project, file));
  }
  writeFileSync(
    path.join(project, "Pulumi.yaml"),
    stringify({
      name: `bench-${path.basename(project)}`,
      main: settings.main,
      runtime: { name: "nodejs", options: settings.options },
    }),
  );
  await captureOrFail("creating a stack", "pulumi", ["stack", "init", "bench"], {
    cwd: project,
    env: sandbox.environment,
  });
  const salt = readFileSync(path.join(project, "Pulumi.bench.yaml"), "utf8");
  // The namespace of the program's keys is the same whatever the project is called.
  writeFileSync(path.join(project, "Pulumi.bench.yaml"), salt + stringify({ config }));
  const options = { cwd: project, env: sandbox.environment };
  return {
    name,
    run: () => timed(["pulumi", "preview", "--stack", "bench", "--non-interactive"], options),
  };
}

async function main(): Promise<void> {
  const sandbox = await openSandbox(folder, new Progress());
  try {
    const measured = await inTurn(
      [
        await contender(
          "the same program compiled to JavaScript beforehand",
          { main: "main.js", options: { typescript: false } },
          true,
          sandbox,
        ),
        await contender(
          "the program as shipped (TypeScript, types stripped at start)",
          { main: "main.js", options: { typescript: false } },
          false,
          sandbox,
        ),
        await contender(
          "started and type-checked as Pulumi does by default",
          { main: "index.ts", options: { typescript: true, tsconfig: "tsconfig.json" } },
          false,
          sandbox,
        ),
      ],
      rounds,
    );
    const versions = { Pulumi: printedVersion(["pulumi", "version"], sandbox.environment) };
    await publish("preview", { machine: machine(), rounds, versions, measured });
  } finally {
    await closeSandbox(folder);
    rmSync(folder.root, { recursive: true, force: true });
  }
}

void main();
