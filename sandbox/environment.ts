import * as path from "node:path";
import { projectFolder, type SandboxFolder } from "./paths.ts";

/** Variables of the user's shell that would lead out of the sandbox, or into the user's own accounts. */
const foreign = /^(AWS_|TF_|PULUMI_(ACCESS|API|BACKEND|CONFIG|CREDENTIAL|DEFAULT|HOME|ORG|PROJECT|STACK))/;

/** An environment without those. */
export const withoutForeign = (user: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(user).filter(([name]) => !foreign.test(name)));

/** Passphrase of the sandbox's stacks. It guards nothing: the state behind it describes an embedded AWS. */
export const passphrase = "sandbox";

/**
 * The provider waits five seconds after each instance profile and each launch template, so more of them at once take less
 * time and hardly more of the machine. Pulumi's own default is four for each core.
 */
const parallelOperations = "32";

const compileCache = path.join(projectFolder, "node_modules", ".cache", "compile");

/** gRPC for Node asks a proxy for loopback too, unless it is told not to. */
const withoutProxy = (name: string) =>
  [process.env[name], "localhost", "127.0.0.1", "::1"].filter(Boolean).join(",");

/** What a command inside the sandbox sees: nothing of the user's login, profiles or credentials. */
export function sandboxEnvironment(folder: SandboxFolder, endpoint: string): NodeJS.ProcessEnv {
  return {
    ...withoutForeign(process.env),
    NO_PROXY: withoutProxy("NO_PROXY"),
    no_proxy: withoutProxy("no_proxy"),
    PATH: [folder.bin, process.env.PATH].join(path.delimiter),
    PULUMI_HOME: folder.pulumiHome,
    // Without files of attributes, which are not written as a whole: a kill would leave a state that cannot be read.
    PULUMI_BACKEND_URL: `file://${folder.state}?metadata=skip`,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    // Every engine command starts several Node processes, and Node keeps what it compiled for the next ones.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compileCache,
    PULUMI_PARALLEL: process.env.PULUMI_PARALLEL ?? parallelOperations,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_SELF_MANAGED_STATE_NO_LEGACY_WARNING: "true",
    // MiniStack's root credentials, which are public.
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: process.env.AWS_REGION ?? "eu-central-1",
    AWS_ENDPOINT_URL: endpoint,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: path.join(folder.root, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: folder.awsCredentials,
  };
}
