import type { ChildProcess } from "node:child_process";
import type * as grpc from "@grpc/grpc-js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import { exitOf, startNode } from "./children.ts";
import { PolicyPackFront } from "./policyPack.ts";
import { nodeRuntime, runnerOf } from "./runtime.ts";

type Call = grpc.ServerWritableStream<languagePb.RunPluginRequest, languagePb.RunPluginResponse>;

/** Streams what a child prints to the engine and returns its exit code. */
async function stream(call: Call, child: ChildProcess): Promise<number> {
  call.on("cancelled", () => child.kill("SIGINT"));
  child.stdout?.on("data", (chunk: Buffer) =>
    call.write(new languagePb.RunPluginResponse().setStdout(chunk)),
  );
  child.stderr?.on("data", (chunk: Buffer) =>
    call.write(new languagePb.RunPluginResponse().setStderr(chunk)),
  );
  return exitOf(child);
}

/** A policy pack: the engine takes the first line of stdout as its port, so ours is sent in place of the pack's. */
async function runPolicyPack(call: Call, folder: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const { nodeArgs } = nodeRuntime(call.request.getInfo());
  const args = [...nodeArgs, runnerOf(folder, "run-policy-pack"), ...call.request.getArgsList(), folder];
  const code = new Promise<number>((resolve, reject) => {
    const front = new PolicyPackFront(
      (extra) =>
        startNode(args, {
          cwd: folder,
          env: { ...environment, ...extra },
          stdio: ["ignore", "pipe", "pipe"],
        }),
      (pack) => {
        let portSeen = false;
        pack.stdout?.on("data", (chunk: Buffer) => {
          const text = portSeen ? chunk : chunk.subarray(chunk.indexOf("\n") + 1);
          portSeen = true;
          if (text.length > 0) call.write(new languagePb.RunPluginResponse().setStdout(text));
        });
        pack.stderr?.on("data", (chunk: Buffer) =>
          call.write(new languagePb.RunPluginResponse().setStderr(chunk)),
        );
        call.on("cancelled", () => pack.kill("SIGINT"));
        exitOf(pack)
          .then(resolve, reject)
          .finally(() => {
            front.stop();
          });
      },
    );
    call.on("cancelled", () => {
      front.stop();
      resolve(0);
    });
    front.listen().then((port) => {
      call.write(new languagePb.RunPluginResponse().setStdout(Buffer.from(`${port}\n`)));
    }, reject);
  });
  return code;
}

/**
 * Runs a plugin that is written for Node: a policy pack, or a resource provider. One that cannot start ends with an exit
 * code as any process would: the engine waits for the port of a plugin whose call only fails.
 */
export async function runPlugin(call: Call): Promise<void> {
  const code = await startPlugin(call).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    call.write(new languagePb.RunPluginResponse().setStderr(Buffer.from(`${message}\n`)));
    return 1;
  });
  call.write(new languagePb.RunPluginResponse().setExitcode(code));
}

async function startPlugin(call: Call): Promise<number> {
  const { request } = call;
  const info = request.getInfo();
  const folder = info?.getProgramDirectory() ?? request.getProgram();
  const { nodeArgs, environment } = nodeRuntime(info);
  const env = {
    ...Object.fromEntries(request.getEnvList().map((pair) => pair.split(/=(.*)/s, 2) as [string, string])),
    ...environment,
  };
  if (request.getKind() === "analyzer") return runPolicyPack(call, folder, env);
  const args = [...nodeArgs, runnerOf(folder, "run-plugin"), folder, ...request.getArgsList()];
  return stream(call, startNode(args, { cwd: request.getPwd(), env, stdio: ["ignore", "pipe", "pipe"] }));
}
