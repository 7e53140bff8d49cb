import { spawn } from "node:child_process";
import providerGrpcPb from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import { ByteClient } from "../byteGrpc/client.ts";
import { startTied } from "../../commandLine/processes/lifeline.ts";
import { ErrorLog, errorLogEnvironment } from "./errorLog.ts";

export interface Bridge {
  readonly bytes: ByteClient;
  readonly errors: ErrorLog;
  /** Loads the Terraform provider, once. */
  readonly parameterized: () => Promise<unknown>;
}

function parameterize(bytes: ByteClient, terraformProvider: string): Promise<unknown> {
  const args = new providerPb.ParameterizeRequest.ParametersArgs().setArgsList([terraformProvider]);
  const message = Buffer.from(new providerPb.ParameterizeRequest().setArgs(args).serializeBinary());
  return bytes.call({
    path: providerGrpcPb.ResourceProviderService.parameterize.path,
    message,
    metadata: {},
  });
}

/**
 * Starts the dynamic Terraform bridge. It does not stop its Terraform provider (about 300 MB) when it ends by a signal, so
 * both live in a process group of their own that ends with this process, however this process ends.
 */
export function startBridge(
  executable: string,
  args: readonly string[],
  terraformProvider: string,
): Promise<Bridge> {
  const { child } = startTied(
    () =>
      spawn(executable, args, {
        detached: true,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...errorLogEnvironment },
      }),
    { graceSeconds: 0, group: true },
  );
  const errors = new ErrorLog(child.stderr, (line) => process.stderr.write(`${line}\n`));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => process.exit(code ?? 1));
    child.stdout.once("data", (line: Buffer) => {
      const bytes = new ByteClient(Number.parseInt(line.toString(), 10));
      let loading: Promise<unknown> | undefined;
      resolve({ bytes, errors, parameterized: () => (loading ??= parameterize(bytes, terraformProvider)) });
    });
  });
}
