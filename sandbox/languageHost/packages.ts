import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly pulumi?: {
    readonly resource?: boolean;
    readonly name?: string;
    readonly version?: string;
    readonly server?: string;
  };
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;

const foldersIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")) : [];

/** The nearest node_modules at or above a program that holds resource packages, as manifests. */
function resourcePackages(program: string): readonly Manifest[] {
  const modules = path.join(program, "node_modules");
  const names = foldersIn(modules).flatMap((name) =>
    name.startsWith("@")
      ? foldersIn(path.join(modules, name)).map((inner) => path.join(name, inner))
      : [name],
  );
  const found = names
    .filter((name) => existsSync(path.join(modules, name, "package.json")))
    .map((name) => readManifest(path.join(modules, name)))
    .filter((manifest) => manifest.pulumi?.resource);
  const parent = path.dirname(program);
  return found.length > 0 || parent === program ? found : resourcePackages(parent);
}

/** The provider plugins that a program's packages need. */
export function requiredPackages(program: string): languagePb.GetRequiredPackagesResponse {
  const response = new languagePb.GetRequiredPackagesResponse();
  for (const { name, version, pulumi = {} } of resourcePackages(program)) {
    const dependency = new pluginPb.PackageDependency()
      .setKind("resource")
      .setName(pulumi.name ?? name.replace(/^@(pulumi\/)?/, ""))
      .setVersion(`v${(pulumi.version ?? version).replace(/^v/, "")}`);
    if (pulumi.server) dependency.setServer(pulumi.server);
    response.addPackages(dependency);
  }
  return response;
}

/** What `pulumi about` lists: the program's direct dependencies. */
export function programDependencies(program: string): languagePb.GetProgramDependenciesResponse {
  const response = new languagePb.GetProgramDependenciesResponse();
  const { dependencies, devDependencies } = readManifest(program);
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    response.addDependencies(new languagePb.DependencyInfo().setName(name).setVersion(version));
  }
  return response;
}
