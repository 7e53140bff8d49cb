import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { cacheFolder, projectFolder } from "../paths.ts";
import { capture, captureOrFail } from "../../commandLine/processes/run.ts";
import type { Progress } from "../../commandLine/progress.ts";

export interface GoTool {
  readonly name: string;
  /** The folder with its `go.mod` and `go.sum`. @default - that of its name below `sandbox/toolchain/go` */
  readonly source?: string;
  readonly version: string;
  /** Import path of the main package. */
  readonly mainPackage: string;
  /** `-X` settings of the linker. */
  readonly linkerVariables?: Readonly<Record<string, string>>;
}

const sourceOf = ({ name, source }: GoTool) =>
  source ?? path.join(projectFolder, "sandbox", "toolchain", "go", name);

const goVersionWanted = (tool: GoTool) =>
  `${path.relative(projectFolder, sourceOf(tool))}/go.mod names the version`;

async function requireGo(tool: GoTool): Promise<void> {
  const go = await capture("go", ["version"]).catch(() => undefined);
  if (!go || go.code !== 0) {
    throw new Failure(
      `Go is not installed, and ${tool.name} ${tool.version} has to be built: install Go (${goVersionWanted(tool)}), or put the tool on PATH`,
    );
  }
}

export const goToolPath = (tool: GoTool) => path.join(cacheFolder, `${tool.name}-${tool.version}`, tool.name);

/**
 * Builds a Go tool as published, from its module at a pinned version and against the checksums in `go.sum`, into the cache
 * folder; a build that stands there is reused. Go's own caches are kept below the cache folder until the build is done, so
 * that an interrupted build goes on where it was and nothing is left of a finished one. Several processes that build the same
 * tool share them, and the first one that is done takes them away: the others have its tool then.
 */
export async function buildGoTool(tool: GoTool, progress: Progress): Promise<string> {
  const executable = goToolPath(tool);
  if (existsSync(executable)) return executable;
  await requireGo(tool);
  const work = path.join(cacheFolder, `build-${tool.name}-${tool.version}`);
  const fresh = path.join(work, `${tool.name}-${process.pid}`);
  mkdirSync(work, { recursive: true });
  const linker = Object.entries(tool.linkerVariables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  const build = () =>
    progress.step(`building ${tool.name} ${tool.version} from its Go module (minutes, once)`, () =>
      captureOrFail(
        `building ${tool.name}`,
        "go",
        [
          "build",
          "-mod=readonly",
          "-trimpath",
          "-ldflags",
          ["-s", "-w", ...linker].join(" "),
          "-o",
          fresh,
          tool.mainPackage,
        ],
        {
          cwd: sourceOf(tool),
          env: {
            ...process.env,
            GOCACHE: path.join(work, "build"),
            GOPATH: path.join(work, "path"),
            GOMODCACHE: path.join(work, "modules"),
            GOFLAGS: `${process.env.GOFLAGS ?? ""} -modcacherw`.trim(),
            GOWORK: "off",
          },
        },
      ),
    );
  try {
    await build();
    mkdirSync(path.dirname(executable), { recursive: true });
    renameSync(fresh, executable);
  } catch (error) {
    if (!existsSync(executable)) throw error;
  }
  removeAtOnce(work);
  return executable;
}

/** Removes a folder that others may be writing to: they find it gone as a whole. */
function removeAtOnce(folder: string): void {
  const aside = `${folder}-${process.pid}-done`;
  try {
    renameSync(folder, aside);
  } catch (error) {
    if (existsSync(folder)) throw error;
  }
  rmSync(aside, { recursive: true, force: true, maxRetries: 3 });
}
