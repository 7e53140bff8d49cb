import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";

describe("instance-profiles fleet, without an engine", () => {
  const root = temporaryFolder();

  beforeEach(() => {
    writeFileSync(path.join(root(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const file = (region: string) =>
      `config: { aws:region: ${region}, instance-profiles:workloads: { a: {} } }`;
    writeFileSync(path.join(root(), "Pulumi.prod-eu.yaml"), file("eu-central-1"));
    writeFileSync(path.join(root(), "Pulumi.prod-us.yaml"), file("us-east-1"));
  });

  /** The command as npm starts it, on no terminal. */
  function fleet(...args: string[]) {
    const file = (name: string) => path.join(projectFolder, name);
    const start = [file("bin/main.mjs"), "fleet"];
    return capture(process.execPath, [...start, ...args], { cwd: root() });
  }

  it("plans a matrix on one line", async () => {
    const machine = (number: number, stack: string, region: string) => ({
      ...{ machine: number, stacks: stack, accounts: "", regions: region, workloads: 1 },
    });
    assert.deepEqual(await fleet("plan", "--stacks", "*", "--json"), {
      code: 0,
      stdout: `${JSON.stringify({ include: [machine(1, "prod-eu", "eu-central-1"), machine(2, "prod-us", "us-east-1")] })}\n`,
      stderr: "",
    });
  });

  it("plans as many machines as it is told", async () => {
    const { stdout } = await fleet("plan", "--stacks", "*", "--machines", "1");
    assert.match(stdout, /│ 1 +│ prod-eu, prod-us +│ +│ eu-central-1, +│ 2 +│\n│ +│ +│ +│ us-east-1 +│ +│\n/);
  });

  const help = "(add --help for the usage)\n";
  for (const { args, said } of [
    {
      args: ["up"],
      said: "fleet: --stacks is missing: name stacks as in --stacks 'prod-*', or --stacks '*' for all\n",
    },
    {
      args: ["up", "--stacks", "dev"],
      said: 'fleet: --stacks "dev" matches no stack: stacks are prod-eu, prod-us\n',
    },
    {
      args: ["verify", "--resume"],
      said: 'fleet: --resume: there is no earlier "fleet verify" in .fleet/ here: run it with --stacks first\n',
    },
    {
      args: ["up", "--resume", "--stacks", "*", "--policy-pack", "policypack"],
      said: "fleet: --resume takes stacks and policyPack from the last run: leave it out, or leave out --resume\n",
    },
    {
      args: ["up", "--stacks", "*", "--max", "none"],
      said: `error: option '--max <number>' argument 'none' is invalid. want a whole number from 1.\n${help}`,
    },
    {
      args: ["up", "--stacks", "*", "--max", "0"],
      said: `error: option '--max <number>' argument '0' is invalid. want a whole number from 1.\n${help}`,
    },
    {
      args: ["plan", "--stacks", "*", "--machines", "257"],
      said: `error: option '--machines <number>' argument '257' is invalid. want a whole number from 1 to 256.\n${help}`,
    },
    {
      args: ["verify", "--stacks", "*", "--policy-pack", "p"],
      said: `error: unknown option '--policy-pack'\n${help}`,
    },
  ])
    it(`refuses "${args.join(" ")}" in a sentence, and leaves nothing behind`, async () => {
      assert.deepEqual(await fleet(...args), { code: 2, stdout: "", stderr: said });
      assert.equal(existsSync(path.join(root(), ".fleet")), false);
    });
});
