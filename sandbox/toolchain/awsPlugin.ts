import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";
import { version as awsVersion } from "@pulumi/aws/package.json";
import { Failure } from "../../commandLine/failure";
import { buildFolder, type SandboxFolder } from "../paths";
import { capture } from "../../commandLine/processes/run";
import type { Progress } from "../../commandLine/progress";
import { buildGoTool } from "./goTool";
import { writeLauncher } from "./launcher";
import { reaches } from "./reach";
import { findTerraformProvider, terraformPlatform } from "./terraformProvider";
import { versions } from "./versions";

export interface AwsPlugin {
  readonly version: string;
  readonly source: string;
}

const folderName = `resource-aws-v${awsVersion}`;

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
    folderName,
  );
  if (!existsSync(path.join(installed, "pulumi-resource-aws"))) return false;
  cpSync(installed, target, { recursive: true, dereference: true });
  return true;
}

async function download(pulumi: string, folder: SandboxFolder, progress: Progress): Promise<boolean> {
  if (!(await reaches("get.pulumi.com"))) return false;
  return progress
    .step(`downloading the AWS provider plugin ${awsVersion}`, async () => {
      const environment = {
        ...process.env,
        PULUMI_HOME: folder.pulumiHome,
        PULUMI_SKIP_UPDATE_CHECK: "true",
      };
      const { code } = await capture(pulumi, ["plugin", "install", "resource", "aws", awsVersion], {
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
      `no AWS provider: the official plugin ${awsVersion} can be neither found nor downloaded, and no Terraform mirror holds hashicorp/aws for ${terraformPlatform()}; ` +
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
    path.join(buildFolder, "sandbox", "awsProvider", "main.js"),
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
  const target = path.join(folder.pulumiHome, "plugins", folderName);
  if (copyInstalled(target)) return { version: awsVersion, source: "official plugin, installed" };
  if (await download(pulumi, folder, progress))
    return { version: awsVersion, source: "official plugin, downloaded" };
  return { version: awsVersion, source: await putBridge(target, progress) };
}
