import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { bundleOf } from "./bundle.ts";

/** What package.json says, as far as a pack needs it. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A pack that stands alone: its files by path, as they are written. */
export interface BuiltPack {
  readonly name: string;
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
}

const main = "index.js";

const readManifest = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Manifest;

/** The manifest of the built pack: it needs what its bundle leaves out, in the versions that the project is tested with. */
export function packManifest(pack: Manifest, project: Manifest, external: readonly string[]): object {
  const { name, version, description, license } = pack;
  const dependencies = external.map((needed): [string, string] => {
    const wanted = project.dependencies?.[needed];
    if (wanted === undefined)
      throw new Failure(`the pack needs ${needed}: got no such dependency in package.json, want its version`);
    return [needed, wanted];
  });
  return {
    ...{ name, version, description, license, type: "commonjs", main },
    ...(project.engines && { engines: project.engines }),
    dependencies: Object.fromEntries(dependencies),
  };
}

/** The licences of the packages in a bundle, which have to go with it. */
function licencesOf(project: string, packages: readonly string[]): string {
  const texts = packages.map((name) => {
    const folder = path.join(project, "node_modules", name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
    if (file === undefined) throw new Failure(`${name} has no licence beside it: leave it out of the bundle`);
    const { version } = readManifest(path.join(folder, "package.json"));
    return `${name} ${version}\n\n${readFileSync(path.join(folder, file), "utf8").trim()}\n`;
  });
  return [`${main} holds these packages:\n`, ...texts].join("\n---\n\n");
}

/** Builds the policy pack of a project. The same sources give the same bytes. */
export async function builtPack(project: string): Promise<BuiltPack> {
  const source = path.join(project, "policypack");
  if (!existsSync(path.join(source, "PulumiPolicy.yaml")))
    throw new Failure(`${project} has no policypack/PulumiPolicy.yaml: run this in a clone of the project`);
  const { text, bundled, external } = await bundleOf(project, "policypack/index.ts");
  const pack = readManifest(path.join(source, "package.json"));
  const manifest = packManifest(pack, readManifest(path.join(project, "package.json")), external);
  const settings = readdirSync(path.join(source, "config")).map((file) => path.join("config", file));
  const copied = ["PulumiPolicy.yaml", "README.md", "exceptions.yaml", ...settings].map(
    (file): [string, string] => [file, readFileSync(path.join(source, file), "utf8")],
  );
  const files: [string, string][] = [
    ...copied,
    ["LICENSE", readFileSync(path.join(project, "LICENSE"), "utf8")],
    ["LICENSES-of-packages.txt", licencesOf(project, bundled)],
    ["package.json", `${JSON.stringify(manifest, null, 2)}\n`],
    [main, text],
  ];
  return { ...pack, files: new Map(files.sort(([one], [other]) => (one < other ? -1 : 1))) };
}
