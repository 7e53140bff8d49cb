import { environmentOf, type Use } from "../../../bootstrap/githubTrust.ts";
import type { Credentials } from "../../../sandbox/emulator/root.ts";
import { engineSandbox } from "../../../testing/engineSandbox.ts";
import { DeployedProject, run, runOrFail } from "./project.ts";
import { startStrictAws, type StrictAws } from "./strictAws.ts";
import { takeRole } from "./webIdentity.ts";

export const repository = "acme/instance-profiles";

const issuer = "https://token.actions.githubusercontent.com";

/** The claims of a job of a repository. */
export const claimsOf = (subject: string, of = repository) => ({
  iss: issuer,
  aud: "sts.amazonaws.com",
  sub: `repo:${of}:${subject}`,
});

/** What the bootstrap program exports. */
export interface BootstrapOutputs {
  readonly permissionsBoundary: string;
  /** By stack, as the others. */
  readonly deployRoleArns: Readonly<Record<string, string>>;
  readonly previewRoleArns: Readonly<Record<string, string>>;
  readonly observeRoleArns: Readonly<Record<string, string>>;
}

/** What the shipped stack files need of the boundary beside `access`. */
const settings = {
  repository,
  "boundaryActions[0]": "pricing:GetProducts",
  "boundaryRoles[0]": "arn:aws:iam::111122223333:role/warehouse-reader",
};

type Prepare = (
  project: DeployedProject,
  aws: StrictAws,
  environment: NodeJS.ProcessEnv,
) => Promise<{
  readonly settings?: Readonly<Record<string, string>>;
  readonly environment?: NodeJS.ProcessEnv;
}>;

/** An account in which the bootstrap program has run, and the project. */
export class BootstrappedAccount {
  readonly project: DeployedProject;
  readonly aws: StrictAws;
  readonly environment: NodeJS.ProcessEnv;
  readonly outputs: BootstrapOutputs;

  private constructor(
    project: DeployedProject,
    aws: StrictAws,
    environment: NodeJS.ProcessEnv,
    outputs: BootstrapOutputs,
  ) {
    this.project = project;
    this.aws = aws;
    this.environment = environment;
    this.outputs = outputs;
  }

  /** @param prepare Makes more in the account, and returns what that adds to the settings and to the environment. */
  static async create(prepare: Prepare = () => Promise.resolve({})): Promise<BootstrappedAccount> {
    const sandbox = await engineSandbox();
    const project = new DeployedProject();
    const aws = await startStrictAws(`${project.folder}/aws`);
    const ofAdministrator = {
      ...sandbox.environment,
      AWS_ENDPOINT_URL: aws.endpoint,
      PULUMI_BACKEND_URL: `file://${project.backend}`,
    };
    const prepared = await prepare(project, aws, ofAdministrator);
    const environment = { ...ofAdministrator, ...prepared.environment };
    const inBootstrap = (...args: string[]) =>
      runOrFail(project.bootstrapFolder, environment, ["pulumi", ...args]);
    await inBootstrap("stack", "init", "main");
    for (const [key, value] of Object.entries({ ...settings, ...prepared.settings }))
      await inBootstrap("config", "set", "--path", key, value);
    await inBootstrap("up", "--yes", "--skip-preview");
    const outputs = JSON.parse(await inBootstrap("stack", "output", "--json")) as BootstrapOutputs;
    return new BootstrappedAccount(project, aws, environment, outputs);
  }

  /** What a command sees that runs with the credentials of a role, and with no others. */
  as({ accessKeyId, secretAccessKey, sessionToken }: Credentials): NodeJS.ProcessEnv {
    return {
      ...this.environment,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    };
  }

  /** The credentials of a job that does something with a stack. */
  credentials(use: Use, stack: string): Promise<Credentials> {
    return takeRole(
      this.aws.endpoint,
      this.outputs[`${use}RoleArns`][stack] ?? "",
      claimsOf(`environment:${environmentOf(use, stack)}`),
    );
  }

  run(credentials: Credentials, ...command: string[]) {
    return run(this.project.folder, this.as(credentials), command);
  }

  runOrFail(credentials: Credentials, ...command: string[]) {
    return runOrFail(this.project.folder, this.as(credentials), command);
  }

  remove(): void {
    this.aws.stop();
    this.project.remove();
  }
}
