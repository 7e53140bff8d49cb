import assert from "node:assert/strict";
import {
  CreateInstanceProfileCommand,
  CreatePolicyVersionCommand,
  DeleteRolePermissionsBoundaryCommand,
} from "@aws-sdk/client-iam";
import { deployStatements, observeStatements, previewStatements } from "../../bootstrap/documents.ts";
import type { Statement } from "../../iam/statement.ts";
import { clientsOf, type Clients } from "../../sandbox/proof/clients.ts";
import { emulatorRoot, type Credentials } from "../../sandbox/emulator/root.ts";
import { BootstrappedAccount } from "./deployRole/account.ts";
import { attach, changeInPlace, setBoundary, withInlinePolicy } from "./deployRole/edits.ts";
import { attemptNames, attempts } from "./deployRole/forbidden.ts";
import { launch } from "./deployRole/instances.ts";
import { run } from "./deployRole/project.ts";
import { firstThatNeeds } from "./deployRole/removals.ts";
import { trustCases } from "./deployRole/trustCases.ts";
import { takeRole } from "./deployRole/webIdentity.ts";

const stacks = ["dev", "staging", "prod"] as const;

const region = "eu-central-1";

const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

/** Granted, and used by nothing that runs here. Never counted as proved. */
const notProved = {
  "ssm:DescribeInstanceInformation": "the embedded AWS has no instance that Systems Manager manages",
  "ssm:GetCommandInvocation": "it runs no commands",
  "ssm:SendCommand": "it runs no commands",
};

/** Statements of these actions alone. */
const statementsNotProved = ["CommandAnswers", "CommandDocuments", "CommandOwnInstances"];

const place = (stack: string) => ({
  account: "000000000000",
  partition: "aws",
  project: "instance-profiles",
  stack,
});

/** Stacks work side by side, since a deployment mostly waits. */
const ofEach = (work: (stack: string) => Promise<unknown>) => Promise.all(stacks.map(work));

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(() => "done").catch((error: unknown) => (error as Error).name);

describe("the roles that the bootstrap program makes", () => {
  let account: BootstrappedAccount;
  let root: Clients;
  let instances = { bare: "", foreign: "" };
  const deployers: Record<string, Credentials> = {};

  const as = (stack: string) => deployers[stack] as Credentials;
  const pulumi = (stack: string, ...args: string[]) =>
    account.runOrFail(as(stack), "pulumi", ...args, "--stack", stack);
  const statements = (stack: string) =>
    deployStatements(place(stack), account.outputs.permissionsBoundary, { partition: "aws" });
  before(async () => {
    account = await BootstrappedAccount.create();
    root = clientsOf(account.aws.endpoint, region, emulatorRoot);
    await root.iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "foreign" }));
    instances = { bare: await launch(root.ec2), foreign: await launch(root.ec2, "foreign") };
    for (const stack of stacks) deployers[stack] = await account.credentials("deploy", stack);
  });
  after(() => {
    account.remove();
  });

  describe("are trusted to jobs of the repository", () => {
    for (const [name, role, claims, outcome] of trustCases) {
      it(name, async () => {
        const arn = account.outputs[`${role}RoleArns`]["prod"] ?? "";
        assert.equal(await outcomeOf(takeRole(account.aws.endpoint, arn, claims)), outcome);
      });
    }
  });

  it("pass the project's own pack, but for the right to change policies", async () => {
    const { stdout } = await run(account.project.bootstrapFolder, account.environment, [
      ...["pulumi", "preview", "--policy-pack", "../policypack"],
    ]);
    const refusals = stdout.match(/\[mandatory\].*\n.*\n.*got (.*?);/g) ?? [];
    assert.deepEqual(
      refusals.map((text) =>
        text.replace(/\s+/g, " ").replace(/^.*critical\] (\S+) .*?: (\S+)\).*got/, "$1 $2"),
      ),
      stacks
        .toSorted()
        .flatMap((stack) =>
          ["CreatePolicyVersion", "SetDefaultPolicyVersion"].map(
            (name) => `no-privilege-escalation deploy-${stack} Allow "iam:${name}";`,
          ),
        ),
    );
  });

  describe("deploy every stack, each with the credentials of its own role alone:", () => {
    before(async () => {
      await ofEach((stack) => account.runOrFail(as(stack), "pulumi", "stack", "init", stack));
      for (const stack of stacks)
        setBoundary(account.project.folder, stack, account.outputs.permissionsBoundary);
      attach(account.project.folder, "dev", instances.bare, instances.foreign);
    });

    it("from nothing, with the pack on", async () => {
      await ofEach((stack) => pulumi(stack, "up", "--yes", "--skip-preview", "--policy-pack", "policypack"));
    });

    it("with nothing left to change, after a refresh too", async () => {
      await ofEach((stack) => pulumi(stack, "preview", "--refresh", "--expect-no-changes"));
    });

    it("with other rights, tags and templates, and a boundary again that somebody took off", async () => {
      await ofEach(async (stack) => {
        const RoleName = `instance-profiles-${stack}-orders-api`;
        await root.iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
        changeInPlace(account.project.folder, stack);
        await withInlinePolicy(root.iam, RoleName, () =>
          pulumi(stack, "up", "--yes", "--skip-preview", "--refresh"),
        );
      });
    });
  });

  describe("of a deployed stack", () => {
    /** How a command of `operations/` ends; from 2 on it could not do its work. */
    const operation = async (credentials: Credentials, command: string, ...args: string[]) => {
      const all = ["npm", "run", command, "--", "--stack", "staging", ...args];
      const { code, stdout, stderr } = await account.run(credentials, ...all);
      return { code, output: stdout + stderr };
    };

    it("verify with the deploy role", async () => {
      const { code, output } = await operation(as("staging"), "verify");
      assert.equal(code, 0, output);
    });

    it("roll a policy back with the deploy role", async () => {
      const { code, output } = await operation(
        as("staging"),
        "rollback",
        "orders-api",
        "--to",
        "v1",
        "--yes",
      );
      assert.equal(code, 0, output);
    });

    it("verify with the role that observes", async () => {
      const { code, output } = await operation(await account.credentials("observe", "staging"), "verify");
      // The rollback before it is found.
      assert.ok(code < 2, output);
    });

    it("review with the role that observes, whatever there is to propose", async () => {
      const { code, output } = await operation(await account.credentials("observe", "staging"), "review");
      assert.ok(code < 2, output);
    });

    it("preview a pull request with the role of previews, after a refresh too", async () => {
      const reader = await account.credentials("preview", "dev");
      await withInlinePolicy(root.iam, "instance-profiles-dev-orders-api", () =>
        account.runOrFail(reader, "pulumi", "preview", "--refresh", "--stack", "dev"),
      );
    });

    it("were denied nothing so far", () => {
      assert.deepEqual(
        account.aws.asked().filter(({ allowed }) => !allowed),
        [],
      );
    });
  });

  describe("do not let a deployment", () => {
    const surroundings = () => ({
      stack: "dev",
      boundaryArn: account.outputs.permissionsBoundary,
      administrator,
      otherRole: "instance-profiles-staging-orders-api",
      otherTemplate: "instance-profiles-staging-orders-api",
      instanceId: instances.bare,
    });
    for (const name of attemptNames) {
      it(name, async () => {
        const clients = clientsOf(account.aws.endpoint, region, as("dev"));
        const outcome = await outcomeOf(attempts(clients, surroundings())[name]?.() ?? Promise.resolve());
        assert.ok(["AccessDenied", "UnauthorizedOperation"].includes(outcome), outcome);
      });
    }
  });

  describe("of a stack that goes", () => {
    it("take everything away with it", async () => {
      await ofEach((stack) => pulumi(stack, "destroy", "--yes", "--skip-preview"));
    });
  });

  describe("hold no more than that took", () => {
    const unused = (of: RegExp, granted: readonly Statement[]) => {
      const served = account.aws.asked().filter(({ role, allowed }) => allowed && of.test(role));
      const used = new Set(served.map(({ action }) => action));
      const actions = new Set(granted.flatMap(({ Action }) => Action));
      return [...actions].filter((action) => !used.has(action)).sort();
    };

    it("use every action that a deploy role has, but for those that nothing here can use", () => {
      assert.deepEqual(unused(/-deploy-/, statements("dev")), Object.keys(notProved).sort());
    });

    it("use every action that the role of previews has", () => {
      assert.deepEqual(unused(/-preview-dev$/, previewStatements(place("dev"), { partition: "aws" })), []);
    });

    it("use every action that the role that observes has, but for those about instances", () => {
      const ofInstances = ["ec2:DescribeLaunchTemplateVersions"];
      const granted = observeStatements(place("staging"), { partition: "aws" });
      assert.deepEqual(
        unused(/-observe-staging$/, granted),
        [...ofInstances, ...Object.keys(notProved)].sort(),
      );
    });

    it("need every statement: without it, a request that was served is denied", async () => {
      const asked = account.aws.asked();
      const needless: (string | undefined)[] = [];
      for (const [index, { Sid }] of statements("dev").entries()) {
        const needs: (string | undefined)[] = [];
        for (const stack of ["dev", "staging"]) {
          const all = statements(stack);
          const own = asked.filter(({ role }) => role === `instance-profiles-deploy-${stack}`);
          const statement = all[index];
          if (statement) needs.push(await firstThatNeeds(root.iam, all, statement, own));
        }
        if (needs.every((request) => request === undefined)) needless.push(Sid);
      }
      assert.deepEqual(needless, statementsNotProved);
    });

    it("fail a deployment with AccessDenied where a statement is gone", async () => {
      const PolicyArn =
        "arn:aws:iam::000000000000:policy/instance-profiles-bootstrap/instance-profiles-deploy-staging";
      const Statement = statements("staging").filter(({ Sid }) => Sid !== "PassToInstances");
      const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
      await root.iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
      const { code, stdout, stderr } = await account.run(
        as("staging"),
        ...["pulumi", "up", "--yes", "--skip-preview", "--stack", "staging"],
      );
      assert.notEqual(code, 0);
      assert.match(stdout + stderr, /AccessDenied/);
    });
  });
});
