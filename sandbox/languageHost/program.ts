import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import { exitOf, startNode } from "./children.ts";
import { nodeRuntime, runnerOf } from "./runtime.ts";

/** Exit code with which the SDK's runner says that it has shown the error itself. */
const alreadyReported = 32;

/** Older SDKs read `namespace:config:name`, newer ones both forms. */
const configKey = (key: string) => key.replace(/^([^:]+):/, "$1:config:");

/** Runs the Pulumi program of one preview or update. */
export async function runProgram(
  request: languagePb.RunRequest,
  engine: string,
): Promise<languagePb.RunResponse> {
  const info = request.getInfo();
  if (!info) throw new Error("the engine named no program");
  const { nodeArgs, environment } = nodeRuntime(info);
  const flags = {
    monitor: request.getMonitorAddress(),
    engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": info.getRootDirectory(),
    stack: request.getStack(),
    pwd: info.getProgramDirectory(),
    parallel: String(request.getParallel()),
  };
  const args = [
    ...nodeArgs,
    runnerOf(info.getProgramDirectory(), "run"),
    ...Object.entries(flags).flatMap(([name, value]) => (value ? [`--${name}`, value] : [])),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info.getEntryPoint() || ".",
    ...request.getArgsList(),
  ];
  const config = request.getConfigMap().toArray();
  const code = await exitOf(
    startNode(args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        ...environment,
        PULUMI_CONFIG: JSON.stringify(
          Object.fromEntries(config.map(([key, value]) => [configKey(key), value])),
        ),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      },
    }),
  );
  const response = new languagePb.RunResponse();
  if (code === alreadyReported) response.setBail(true);
  else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
  return response;
}
