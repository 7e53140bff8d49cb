import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Command } from "commander";
import { npmOptionsHint } from "../../commandLine/npmOptions.ts";
import { projectFolder } from "../../sandbox/paths.ts";

/** What npm 11 puts into the environment of a script for what stands behind its name, and what it leaves of it. */
const cases: readonly {
  readonly typed: string;
  readonly left: readonly string[];
  readonly environment: Record<string, string>;
  readonly says: string | undefined;
}[] = [
  {
    typed: "verify --stack dev",
    left: ["verify", "dev"],
    environment: { npm_config_stack: "true" },
    says: 'npm took --stack for itself: run "npx instance-profiles verify --stack dev"',
  },
  {
    typed: "verify --stack=dev",
    left: ["verify"],
    environment: { npm_config_stack: "dev" },
    says: 'npm took --stack for itself: run "npx instance-profiles verify --stack dev"',
  },
  {
    typed: "verify --stack",
    left: ["verify"],
    environment: { npm_config_stack: "true" },
    says: 'npm took --stack for itself: run "npx instance-profiles verify --stack STACK"',
  },
  {
    typed: "verify --json -- --stack dev",
    left: ["verify", "--stack", "dev"],
    environment: { npm_config_json: "true" },
    says: 'npm took --json for itself: run "npx instance-profiles verify --json"',
  },
  {
    typed: "workload promote w --from dev --to prod --dry-run",
    left: ["workload", "promote", "w", "dev"],
    environment: {
      npm_config_from: "true",
      npm_config_token_description: "prod",
      npm_config_dry_run: "true",
    },
    says: 'npm took --from and --to and --dry-run for itself: run "npx instance-profiles workload promote w --from dev --to prod --dry-run"',
  },
  {
    typed: "workload --from 'a b'",
    left: ["workload", "a b"],
    environment: { npm_config_from: "true" },
    says: "npm took --from for itself: run \"npx instance-profiles workload --from 'a b'\"",
  },
  {
    typed: "verify -s dev",
    left: ["verify", "dev"],
    environment: { npm_config_loglevel: "silent" },
    says: 'npm takes options for itself that stand before "--": run "npx instance-profiles verify" with them instead',
  },
  {
    typed: "sandbox:exec pulumi preview --stack prod",
    left: ["sandbox", "exec", "--", "pulumi", "preview", "prod"],
    environment: { npm_lifecycle_event: "sandbox:exec", npm_config_stack: "true" },
    says: 'npm took --stack for itself: run "npx instance-profiles sandbox exec -- COMMAND AND ITS OPTIONS"',
  },
  { typed: "verify -- --stack dev", left: ["verify", "--stack", "dev"], environment: {}, says: undefined },
  {
    typed: "a script of the user's own",
    left: ["verify"],
    environment: { npm_lifecycle_event: "nightly", npm_config_stack: "true" },
    says: undefined,
  },
  {
    typed: "npx --yes instance-profiles verify",
    left: ["verify"],
    environment: { npm_lifecycle_event: "npx", npm_config_yes: "true" },
    says: undefined,
  },
  {
    typed: "sandbox:exec",
    left: ["sandbox", "exec", "--"],
    environment: { npm_lifecycle_event: "sandbox:exec" },
    says: undefined,
  },
  { typed: "no npm at all", left: ["verify"], environment: { npm_lifecycle_event: "" }, says: undefined },
];

/** The hint for a command line, from a program like ours. */
async function hintFor(args: readonly string[], environment: Record<string, string>) {
  const program = new Command("instance-profiles").enablePositionalOptions();
  const says: (string | undefined)[] = [];
  const note = (command: Command, isMisused: boolean) => {
    const script = { npm_lifecycle_event: args[0] ?? "", ...environment };
    says.push(npmOptionsHint(command, isMisused, script)?.sentence);
  };
  const end = (command: Command) =>
    command
      .configureOutput({ writeErr: () => undefined })
      .exitOverride((error) => {
        note(command, true);
        throw error;
      })
      .action(() => {
        note(command, false);
      });
  end(program.command("verify").requiredOption("-s, --stack <name>").option("--json"));
  const workload = program.command("workload").configureOutput({ writeErr: () => undefined });
  workload.exitOverride((error) => {
    note(workload, true);
    throw error;
  });
  end(
    workload
      .command("promote")
      .argument("<name>")
      .requiredOption("--from <stack>")
      .requiredOption("--to <stack>")
      .option("--dry-run"),
  );
  const sandbox = program.command("sandbox").enablePositionalOptions();
  end(sandbox.command("exec").passThroughOptions().argument("<command>").argument("[args...]"));
  await program.parseAsync(args, { from: "user" }).catch(() => undefined);
  return says;
}

describe("a command that npm took an option from", () => {
  for (const { typed, left, environment, says } of cases)
    it(`${says === undefined ? "says nothing of it after" : "shows the right line for"} "${typed}"`, async () => {
      assert.deepEqual(await hintFor(left, environment), [says]);
    });

  for (const [script, line] of [
    [["verify", "--stack", "dev"], "verify --stack dev"],
    [["sandbox", "--stack", "prod"], "sandbox --stack prod"],
    [["build:policypack", "--out", "x"], undefined],
  ] as const)
    it(`ends with 2 and nothing else done: npm run ${script.join(" ")}`, async () => {
      const run = promisify(execFile)("npm", ["run", "--silent", ...script], { cwd: projectFolder });
      const { code, stdout, stderr } = await run.then(
        (ended) => ({ code: 0, ...ended }),
        (error: unknown) => error as { code: number; stdout: string; stderr: string },
      );
      const said = stderr.split("\n").filter((text) => !text.startsWith("npm warn"));
      assert.deepEqual(
        { code, stdout, said },
        {
          code: 2,
          stdout: "",
          said: [
            line === undefined
              ? `${script[0]}: npm took ${script[1]} for itself: run "npm run ${script[0]} -- ${script.slice(1).join(" ")}"`
              : `${script[0]}: npm took --stack for itself: run "npx instance-profiles ${line}"`,
            "",
          ],
        },
      );
    });
});
