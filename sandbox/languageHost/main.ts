/**
 * A language host for Node programs, for a Pulumi CLI built from its Go module, which brings none. Serves
 * `pulumirpc.LanguageRuntime`; the CLI starts it and reads its port from the first line of stdout.
 */
import { spawn } from "node:child_process";
import * as grpc from "@grpc/grpc-js";
import languageGrpcPb from "@pulumi/pulumi/proto/language_grpc_pb.js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { listen, noLimit, streaming, unary } from "../grpc.ts";
import { watchParent } from "../../commandLine/processes/lifeline.ts";
import { exitOf, stopChildren } from "./children.ts";
import { programDependencies, requiredPackages } from "./packages.ts";
import { runPlugin } from "./plugin.ts";
import { runProgram } from "./program.ts";

let engine = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";

const folderOf = (request: { getInfo(): { getProgramDirectory(): string } | undefined }) =>
  request.getInfo()?.getProgramDirectory() ?? process.cwd();

const service: Partial<languageGrpcPb.ILanguageRuntimeServer> = {
  handshake: unary((request) => {
    engine = request.getEngineAddress();
    return new languagePb.LanguageHandshakeResponse();
  }),
  getPluginInfo: unary(() => new pluginPb.PluginInfo().setVersion("1.0.0")),
  getRequiredPackages: unary((request) => requiredPackages(folderOf(request))),
  getProgramDependencies: unary((request) => programDependencies(folderOf(request))),
  about: unary(() =>
    new languagePb.AboutResponse().setExecutable(process.execPath).setVersion(process.version),
  ),
  runtimeOptionsPrompts: unary(() => new languagePb.RuntimeOptionsResponse()),
  run: unary((request) => runProgram(request, engine)),
  runPlugin: streaming(runPlugin),
  installDependencies: streaming(async (call) => {
    const npm = spawn("npm", ["install"], { cwd: folderOf(call.request), stdio: ["ignore", "pipe", "pipe"] });
    npm.stdout.on("data", (chunk: Buffer) =>
      call.write(new languagePb.InstallDependenciesResponse().setStdout(chunk)),
    );
    npm.stderr.on("data", (chunk: Buffer) =>
      call.write(new languagePb.InstallDependenciesResponse().setStderr(chunk)),
    );
    const code = await exitOf(npm);
    if (code !== 0)
      throw new Error(`"npm install" in ${folderOf(call.request)} ended with exit code ${code}`);
  }),
  cancel: unary(async () => {
    await stopChildren();
    return new emptyPb.Empty();
  }),
};

let leaving = false;
function leave(): void {
  if (leaving) return;
  leaving = true;
  void stopChildren().finally(() => process.exit(0));
}

// The CLI interrupts its host when it is done and waits five seconds for it to go.
process.on("SIGINT", leave).on("SIGTERM", leave);
watchParent(leave);

const server = new grpc.Server(noLimit);
server.addService(languageGrpcPb.LanguageRuntimeService, service as grpc.UntypedServiceImplementation);
void listen(server).then((port) => {
  process.stdout.write(`${port}\n`);
});
