import { createRequire } from "node:module";
import * as path from "node:path";
import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb.js";

export interface NodeRuntime {
  readonly nodeArgs: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** The `runtime.options` of Pulumi.yaml or PulumiPolicy.yaml as the SDK's runners expect them. */
export function nodeRuntime(info: ProgramInfo | undefined): NodeRuntime {
  const options = (info?.getOptions()?.toJavaScript() ?? {}) as {
    nodeargs?: string;
    typescript?: boolean;
    tsconfig?: string;
  };
  return {
    nodeArgs: (options.nodeargs ?? "").split(/\s+/).filter(Boolean),
    environment: {
      ...(options.typescript === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(options.tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig } : {}),
    },
  };
}

/** Resolves a runner of the SDK from the program's own packages: its version is the program's business. */
export function runnerOf(
  program: string,
  runner: "run" | "run-policy-pack" | "run-plugin" | "dynamic-provider",
): string {
  try {
    return createRequire(path.join(program, "package.json")).resolve(`@pulumi/pulumi/cmd/${runner}/index.js`);
  } catch {
    throw new Error(`@pulumi/pulumi is not installed for ${program}: run "npm install" there`);
  }
}
