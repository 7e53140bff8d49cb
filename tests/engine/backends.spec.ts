import assert from "node:assert/strict";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { ListRolesCommand } from "@aws-sdk/client-iam";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";
import { stateStatements } from "../../bootstrap/stateStatements.ts";
import { clientsOf, type Clients } from "../../sandbox/proof/clients.ts";
import { emulatorRoot, type Credentials } from "../../sandbox/emulator/root.ts";
import { BootstrappedAccount } from "./deployRole/account.ts";
import { run } from "./deployRole/project.ts";
import { firstThatNeeds } from "./deployRole/removals.ts";
import { eventually, processesOf, whileUpdatesHalt } from "./processesOf.ts";
import { backendUrl, bucket, makeBucket, makeKey, objects } from "./deployRole/stateStore.ts";

const region = "eu-central-1";

const secret = "the-secret-of-the-user-data";

/** What Pulumi says to whoever comes second. */
const refusal = /error: the stack is currently locked by \d+ lock\(s\)/;

const workload = () => ({
  access: [{ sqs: { queue: "orders", level: "send" } }],
  launch: { image: "al2023", instanceType: "t3.micro" },
});

const stacks = ["passphrase", "kms"] as const;

describe("state in S3, with the rights that the bootstrap program gives", () => {
  let account: BootstrappedAccount;
  let root: Clients;
  let keyArn = "";
  const deployers: Record<string, Credentials> = {};

  const pulumi = (stack: string, ...args: string[]) =>
    account.run(deployers[stack] as Credentials, "pulumi", ...args, "--stack", stack);
  const pulumiOrFail = async (stack: string, ...args: string[]) => {
    const { code, stdout, stderr } = await pulumi(stack, ...args);
    assert.equal(code, 0, `${stdout}\n${stderr}`);
    return stdout;
  };
  const up = (stack: string) => pulumi(stack, "up", "--yes", "--skip-preview");

  /** Declares workloads of some names, and leaves everything else of the file as it is. */
  const declare = (stack: string, names: readonly string[]) => {
    const file = path.join(account.project.folder, `Pulumi.${stack}.yaml`);
    const content = parse(readFileSync(file, "utf8")) as { config: Record<string, Record<string, unknown>> };
    const workloads = content.config["instance-profiles:workloads"] ?? {};
    for (const name of names) workloads[name] ??= workload();
    writeFileSync(file, stringify(content));
  };

  const locks = async () => [...(await objects(root.s3)).keys()].filter((key) => key.includes("/locks/"));

  /** The roles that the state names, and those that AWS has; what an update lost is in one list alone. */
  const rolesOf = async (stack: string) => {
    const { deployment } = JSON.parse(await pulumiOrFail(stack, "stack", "export")) as {
      deployment: { resources: { type: string; id: string }[]; pending_operations?: unknown };
    };
    const { Roles = [] } = await root.iam.send(
      new ListRolesCommand({ PathPrefix: `/instance-profiles/${stack}/` }),
    );
    return {
      inState: deployment.resources.filter(({ type }) => type === "aws:iam/role:Role").map(({ id }) => id),
      inAws: Roles.map(({ RoleName }) => RoleName),
      pending: deployment.pending_operations ?? [],
    };
  };
  const settled = (stack: string, names: readonly string[]) => {
    const roles = names.map((name) => `instance-profiles-${stack}-${name}`);
    return { inState: roles, inAws: roles, pending: [] };
  };
  const sorted = ({ inState, inAws, pending }: Awaited<ReturnType<typeof rolesOf>>) => ({
    inState: inState.sort(),
    inAws: inAws.sort(),
    pending,
  });

  before(async () => {
    account = await BootstrappedAccount.create(async (project, { endpoint }, environment) => {
      await makeBucket(clientsOf(endpoint, region, emulatorRoot).s3);
      keyArn = await makeKey(project.folder, environment);
      return {
        settings: {
          stateBucket: bucket,
          stateKeyArn: keyArn,
          "stacks[0]": stacks[0],
          "stacks[1]": stacks[1],
        },
        environment: { PULUMI_BACKEND_URL: backendUrl(endpoint) },
      };
    });
    root = clientsOf(account.aws.endpoint, region, emulatorRoot);
    for (const stack of stacks) {
      deployers[stack] = await account.credentials("deploy", stack);
      const config = {
        "aws:region": region,
        "instance-profiles:environment": "dev",
        "instance-profiles:permissionsBoundary": account.outputs.permissionsBoundary,
        "instance-profiles:workloads": { one: workload() },
      };
      writeFileSync(path.join(account.project.folder, `Pulumi.${stack}.yaml`), stringify({ config }));
    }
  });
  after(() => {
    account.remove();
  });

  for (const stack of stacks) {
    describe(`and secrets by ${stack}`, () => {
      it("is deployed", async () => {
        const context = `context_project=instance-profiles&context_stack=${stack}`;
        const provider = `awskms://${keyArn.split("/")[1]}?region=${region}&${context}&endpoint=${account.aws.endpoint}`;
        await pulumiOrFail(
          stack,
          "stack",
          "init",
          ...(stack === "kms" ? ["--secrets-provider", provider] : []),
        );
        const userData = "instance-profiles:workloads.one.launch.userData";
        await pulumiOrFail(stack, "config", "set", "--secret", "--path", userData, secret);
        await pulumiOrFail(stack, "up", "--yes", "--skip-preview");
        assert.deepEqual(sorted(await rolesOf(stack)), settled(stack, ["one"]));
      });

      it("holds no secret in plain, neither in the bucket nor in the stack file", async () => {
        const texts = await objects(root.s3);
        texts.set(
          "stack file",
          readFileSync(path.join(account.project.folder, `Pulumi.${stack}.yaml`), "utf8"),
        );
        const plain = [secret, Buffer.from(secret).toString("base64")];
        assert.deepEqual(
          [...texts].filter(([, text]) => plain.some((form) => text.includes(form))).map(([key]) => key),
          [],
        );
        assert.match(texts.get(`.pulumi/stacks/instance-profiles/${stack}.json`) ?? "", /"ciphertext"/);
      });

      it("gives the secret back to the next command, and has nothing to change", async () => {
        const config = await pulumiOrFail(stack, "config", "--show-secrets", "--json");
        assert.ok(config.includes(secret));
        await pulumiOrFail(stack, "preview", "--expect-no-changes");
      });

      it("is previewed by its role of previews, which cannot deploy", async () => {
        const reader = await account.credentials("preview", stack);
        await account.runOrFail(reader, "pulumi", "preview", "--stack", stack);
        const { code, stderr } = await account.run(
          reader,
          ...["pulumi", "up", "--yes", "--skip-preview", "--stack", stack],
        );
        assert.notEqual(code, 0);
        assert.match(stderr, /AccessDenied|not authorized/);
      });
    });
  }

  describe("after both are deployed", () => {
    for (const use of ["deploy", "preview", "observe"] as const)
      it(`is not read or written by the roles of another stack: ${use}`, async () => {
        const { s3 } = clientsOf(account.aws.endpoint, region, await account.credentials(use, "passphrase"));
        const others = ["kms.json", "passphrase.eu.json", "passphrase.json.eu.json.bak"];
        for (const Key of others.map((name) => `.pulumi/stacks/instance-profiles/${name}`)) {
          // What is not there is answered otherwise than what one may not see.
          if (!Key.includes("kms"))
            await root.s3.send(new PutObjectCommand({ Bucket: bucket, Key: Key, Body: "{}" }));
          await assert.rejects(s3.send(new GetObjectCommand({ Bucket: bucket, Key })), {
            name: "AccessDenied",
          });
          await assert.rejects(s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "{}" })), {
            name: "AccessDenied",
          });
          if (!Key.includes("kms")) await root.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
        }
      });

    describe("keeps its secrets, of which git has all but the key,", () => {
      const local = () => ({ PULUMI_BACKEND_URL: `file://${account.project.backend}` });
      const secretsAs = (credentials: Credentials) =>
        run(account.project.folder, { ...account.as(credentials), ...local() }, [
          ...["pulumi", "config", "--show-secrets", "--stack", "kms"],
        ]);

      before(async () => {
        // A stack of that name in a backend that everybody reads. Making it writes another key into the file.
        const file = path.join(account.project.folder, "Pulumi.kms.yaml");
        const text = readFileSync(file, "utf8");
        const environment = { ...account.environment, ...local() };
        await run(account.project.folder, environment, ["pulumi", "stack", "init", "kms", "--no-select"]);
        writeFileSync(file, text);
      });

      for (const use of ["deploy", "preview", "observe"] as const)
        it(`from the roles of another stack: ${use}`, async () => {
          const own = await secretsAs(await account.credentials(use, "kms"));
          assert.ok(own.stdout.includes(secret), own.stderr);
          const { code, stdout, stderr } = await secretsAs(await account.credentials(use, "passphrase"));
          assert.notEqual(code, 0);
          assert.match(stdout + stderr, /AccessDenied/);
        });
    });

    it("does not open with another passphrase, and says so", async () => {
      const { folder } = account.project;
      const environment = {
        ...account.as(deployers["passphrase"] as Credentials),
        PULUMI_CONFIG_PASSPHRASE: "another",
      };
      const { code, stderr } = await run(folder, environment, ["pulumi", "preview", "--stack", "passphrase"]);
      assert.notEqual(code, 0);
      assert.match(stderr, /incorrect passphrase/);
    });

    it("refuses an update while another runs, by Pulumi's own lock", async () => {
      declare("kms", ["two"]);
      const first = up("kms");
      assert.equal((await eventually(locks, (held) => held.length > 0)).length, 1);
      const running = await processesOf(`AWS_ENDPOINT_URL=${account.aws.endpoint}`);
      const second = await whileUpdatesHalt(running, () => up("kms"));
      assert.equal(second.code, 1);
      assert.match(second.stderr, refusal);
      assert.equal((await first).code, 0);
      assert.deepEqual(sorted(await rolesOf("kms")), settled("kms", ["one", "two"]));
      assert.deepEqual(await locks(), []);
    });

    it("loses nothing where two updates start at the same time", async () => {
      declare("kms", ["three"]);
      const both = await Promise.all([up("kms"), up("kms")]);
      // Each looks for the other's lock again after it has put its own, so that both may step back, and never both go on.
      const outcomes = both.map(({ code, stderr }) =>
        code === 0 ? "done" : refusal.test(stderr) ? "refused" : stderr,
      );
      assert.deepEqual(
        outcomes.filter((outcome) => outcome !== "done" && outcome !== "refused"),
        [],
      );
      if (!outcomes.includes("done")) await pulumiOrFail("kms", "up", "--yes", "--skip-preview");
      assert.deepEqual(sorted(await rolesOf("kms")), settled("kms", ["one", "three", "two"]));
      assert.deepEqual(await locks(), []);
      await pulumiOrFail("kms", "preview", "--expect-no-changes");
    });

    for (const use of ["write", "read"] as const) {
      it(`takes every right to the state that a role has to ${use} it`, async () => {
        const store = { partition: "aws", bucket, stateKeyArn: keyArn };
        const all = stateStatements(store, { project: "instance-profiles", stack: "kms" }, use);
        const role = `instance-profiles-${use === "write" ? "deploy" : "preview"}-kms`;
        const asked = account.aws.asked().filter((one) => one.role === role && one.allowed);
        const needless: string[] = [];
        for (const statement of all) {
          for (const action of statement.Action)
            if (!asked.some((one) => one.action === action)) needless.push(action);
          if (!(await firstThatNeeds(root.iam, all, statement, asked))) needless.push(statement.Sid ?? "");
        }
        assert.deepEqual(needless, []);
      });
    }
  });
});
