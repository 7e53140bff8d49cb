import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";
import aws from "@pulumi/aws/package.json" with { type: "json" };
import { Failure } from "../../commandLine/failure.ts";
import { projectFolder, type SandboxFolder } from "../paths.ts";
import { capture } from "../../commandLine/processes/run.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { buildGoTool } from "./goTool.ts";
import { writeLauncher } from "./launcher.ts";
import { reaches } from "./reach.ts";
import { findTerraformProvider, terraformPlatform } from "./terraformProvider.ts";
import { versions } from "./versions.ts";

export interface AwsPlugin {
  readonly version: string;
  readonly source: string;
}

/** The folder of the AWS provider among the plugins of a Pulumi home. */
export const awsPluginFolder = `resource-aws-v${aws.version}`;

const bridgeTool = {
  name: "terraform-bridge",
  version: versions.terraformBridge,
  mainPackage: "github.com/pulumi/pulumi-terraform-bridge/v3/dynamic",
} as const;

/** A copy of the plugin from the user's Pulumi home, which is read and never written. */
function copyInstalled(target: string): boolean {
  const installed = path.join(
    process.env.PULUMI_HOME ?? path.join(homedir(), ".pulumi"),
    "plugins",
    awsPluginFolder,
  );
  if (!existsSync(path.join(installed, "pulumi-resource-aws"))) return false;
  cpSync(installed, target, { recursive: true, dereference: true });
  return true;
}

async function download(pulumi: string, folder: SandboxFolder, progress: Progress): Promise<boolean> {
  if (!(await reaches("get.pulumi.com"))) return false;
  return progress
    .step(`downloading the AWS provider plugin ${aws.version}`, async () => {
      const environment = {
        ...process.env,
        PULUMI_HOME: folder.pulumiHome,
        PULUMI_SKIP_UPDATE_CHECK: "true",
      };
      const { code } = await capture(pulumi, ["plugin", "install", "resource", "aws", aws.version], {
        env: environment,
        timeoutSeconds: 300,
      });
      return code === 0;
    })
    .catch(() => false);
}

async function putBridge(target: string, progress: Progress): Promise<string> {
  const provider = findTerraformProvider(process.env);
  if (!provider) {
    throw new Failure(
      `no AWS provider: the official plugin ${aws.version} can be neither found nor downloaded, and no Terraform mirror holds hashicorp/aws for ${terraformPlatform()}; ` +
        `either allow get.pulumi.com, or put the provider into a Terraform filesystem mirror ("terraform providers mirror DIR") and name DIR in TF_PLUGIN_CACHE_DIR`,
    );
  }
  const bridge = await buildGoTool(bridgeTool, progress);
  mkdirSync(target, { recursive: true });
  // The bridge takes the provider's name from the end of its path, so it gets one that ends in the bare name.
  const executable = path.join(target, "terraform-provider-aws");
  rmSync(executable, { force: true });
  symlinkSync(provider.executable, executable);
  writeLauncher(
    path.join(target, "pulumi-resource-aws"),
    path.join(projectFolder, "sandbox", "awsProvider", "main.ts"),
    {
      INSTANCE_PROFILES_BRIDGE: bridge,
      INSTANCE_PROFILES_TERRAFORM_AWS: executable,
    },
  );
  return `Terraform AWS provider ${provider.version} behind the dynamic bridge ${versions.terraformBridge}`;
}

/** Puts the AWS provider into the sandbox's Pulumi home: the official plugin where it can be had, else the bridge. */
export async function resolveAwsPlugin(
  pulumi: string,
  folder: SandboxFolder,
  progress: Progress,
): Promise<AwsPlugin> {
  const target = path.join(folder.pulumiHome, "plugins", awsPluginFolder);
  if (copyInstalled(target)) return { version: aws.version, source: "official plugin, installed" };
  if (await download(pulumi, folder, progress))
    return { version: aws.version, source: "official plugin, downloaded" };
  return { version: aws.version, source: await putBridge(target, progress) };
}
