import { spawn } from "node:child_process";
import * as grpc from "@grpc/grpc-js";
import providerGrpcPb from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import { noLimit } from "../grpc.ts";
import { startTied } from "../../commandLine/processes/lifeline.ts";
import { ErrorLog, errorLogEnvironment } from "./errorLog.ts";

/**
 * Percent by which the memory of bridge and provider may grow before they tidy it: with Go's own 100 a third of their
 * start goes into tidying what their schemas need.
 */
const memoryGrowth = "400";

export interface Bridge {
  readonly client: grpc.Client;
  readonly errors: ErrorLog;
  /** Loads the Terraform provider, once. */
  readonly parameterized: () => Promise<unknown>;
}

function parameterize(
  client: InstanceType<typeof providerGrpcPb.ResourceProviderClient>,
  terraformProvider: string,
): Promise<unknown> {
  const args = new providerPb.ParameterizeRequest.ParametersArgs().setArgsList([terraformProvider]);
  return new Promise((resolve, reject) => {
    client.parameterize(new providerPb.ParameterizeRequest().setArgs(args), (error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
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
        env: { GOGC: memoryGrowth, ...process.env, ...errorLogEnvironment },
      }),
    { graceSeconds: 0, group: true },
  );
  const errors = new ErrorLog(child.stderr, (line) => process.stderr.write(`${line}\n`));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => process.exit(code ?? 1));
    child.stdout.once("data", (line: Buffer) => {
      const address = `127.0.0.1:${Number.parseInt(line.toString(), 10)}`;
      const client = new providerGrpcPb.ResourceProviderClient(
        address,
        grpc.credentials.createInsecure(),
        noLimit,
      );
      let loading: Promise<unknown> | undefined;
      resolve({ client, errors, parameterized: () => (loading ??= parameterize(client, terraformProvider)) });
    });
  });
}
