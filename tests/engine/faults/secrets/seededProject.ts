import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import {
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeletePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { capture, captureOrFail, type Captured } from "../../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../../sandbox/paths.ts";
import type { SyntheticKey } from "../../../../testing/syntheticKeys.ts";
import { EngineProject } from "../../../../testing/engineProject.ts";
import { engineFolder, engineSandbox } from "../../../../testing/engineSandbox.ts";
import { rootClients } from "../../inAws.ts";

const [UserName, PolicyName] = ["deployer-with-a-key", "everything"];
const everything = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** A user of AWS whose access key the runs use, as a deployer without a role does. */
async function deployerKey(): Promise<SyntheticKey> {
  const { iam } = await rootClients();
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument: everything }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { id: AccessKey?.AccessKeyId ?? "", secret: AccessKey?.SecretAccessKey ?? "" };
}

/** A project whose commands run with an access key in the environment, as that of a user would. */
export class SeededProject {
  #policyArn: string | undefined;

  readonly project: EngineProject;
  readonly ownKey: SyntheticKey;
  private readonly environment: NodeJS.ProcessEnv;

  private constructor(project: EngineProject, ownKey: SyntheticKey, environment: NodeJS.ProcessEnv) {
    this.project = project;
    this.ownKey = ownKey;
    this.environment = environment;
  }

  static async create(): Promise<SeededProject> {
    const project = await EngineProject.ofThisRepository();
    // Files of user data are looked for beside the program itself, so that it has to lie in this folder.
    for (const name of ["main.js", "index.ts", "components", "iam", "secrets", "policypack"]) {
      rmSync(path.join(project.folder, name));
      cpSync(path.join(projectFolder, name), path.join(project.folder, name), { recursive: true });
    }
    const { environment } = await engineSandbox();
    const ownKey = await deployerKey();
    const seeded = new SeededProject(project, ownKey, {
      ...environment,
      PULUMI_DEBUG_COMMANDS: "true",
      AWS_ACCESS_KEY_ID: ownKey.id,
      AWS_SECRET_ACCESS_KEY: ownKey.secret,
    });
    await seeded.commit();
    return seeded;
  }

  /** A commit without stack files, to compare with. */
  private async commit(): Promise<void> {
    const author = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
    for (const args of [
      ["init", "--quiet"],
      ["add", "Pulumi.yaml"],
      [...author, "commit", "--quiet", "-m", "x"],
    ])
      await captureOrFail("making a commit", "git", args, { cwd: this.project.folder });
  }

  /** A policy that allows everything, for a boundary. */
  async makePolicy(PolicyName: string): Promise<void> {
    const { iam } = await rootClients();
    const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: everything }));
    this.#policyArn = Policy?.Arn;
  }

  /** Takes away the folder, and from AWS what was made there besides the stacks. */
  async remove(): Promise<void> {
    const { iam } = await rootClients();
    await iam.send(new DeletePolicyCommand({ PolicyArn: this.#policyArn }));
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: this.ownKey.id }));
    await iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName }));
    await iam.send(new DeleteUserCommand({ UserName }));
    this.project.remove();
  }

  put(file: string, text: string): void {
    writeFileSync(path.join(this.project.folder, file), text);
  }

  pulumi(stack: string, ...args: string[]): Promise<Captured> {
    return this.run("pulumi", [...args, "--non-interactive", "--color", "never", "--stack", stack]);
  }

  /** A command of this project, as npm starts it. */
  command(name: string, ...args: string[]): Promise<Captured> {
    const entry = path.join(projectFolder, "bin", "main.mjs");
    return this.run(process.execPath, [entry, name, ...args]);
  }

  private run(program: string, args: readonly string[]): Promise<Captured> {
    return capture(program, args, { cwd: this.project.folder, env: this.environment });
  }

  /** Runs a Pulumi command, and adds the event log to what it said. */
  async withEvents(stack: string, ...args: string[]): Promise<Captured & { readonly events: string }> {
    const log = path.join(this.project.folder, "events.json");
    rmSync(log, { force: true });
    const captured = await this.pulumi(stack, ...args, "--event-log", log);
    return { ...captured, events: readFileSync(log, "utf8") };
  }

  /** What a run leaves behind: the backend with states, their copies and histories, and the logs of the sandbox. */
  leftBehind(): { readonly file: string; readonly text: string }[] {
    const { state, scratch, emulatorLog, pulumiHome } = engineFolder;
    const below = [state, scratch, path.join(pulumiHome, "logs")].filter(existsSync);
    const files = below.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    );
    return [...files, emulatorLog].map((file) => ({ file, text: readFileSync(file, "latin1") }));
  }
}
