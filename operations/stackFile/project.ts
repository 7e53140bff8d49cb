import { readData } from "../../components/config/stackFile/readData.ts";
import { type Ending, endingAmong } from "../../components/config/stackFiles.ts";
import { Failure } from "../../commandLine/failure.ts";
import type { Revision } from "./revision.ts";
import { settingsProblems } from "./settingsProblems.ts";

/** What `Pulumi.yaml` says. */
export interface Project {
  /** A part of the name of every resource, and the namespace of keys that have none. */
  readonly name: string;
  /** Of all its files. */
  readonly ending: Ending;
}

type ProjectFile = Project & { readonly file: string; readonly settings: Readonly<Record<string, unknown>> };

async function projectFile(revision: Revision): Promise<ProjectFile> {
  const ending = endingAmong(revision.files);
  const file = `Pulumi.${ending}`;
  const text = await revision.read(file);
  const { value, problems } = text === undefined ? { value: {}, problems: [] } : readData(text, file);
  const problem = settingsProblems(`${file} of ${revision.name}`, problems);
  if (problem !== undefined) throw new Failure(problem);
  const { name, ...settings } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== "string")
    throw new Failure(
      `${revision.name} has no Pulumi.yaml with a name: run this in the folder of the project`,
    );
  return { name, ending, file, settings };
}

/**
 * Reads the file of a project, whatever configuration it has beside that of its stack files.
 *
 * @throws Failure where it cannot be read.
 */
export async function anyProjectAt(revision: Revision): Promise<Project> {
  const { name, ending } = await projectFile(revision);
  return { name, ending };
}

/**
 * Reads the file of a project of which the stack files say all.
 *
 * @throws Failure where it cannot be read, or says where other configuration is that this command does not read.
 */
export async function projectAt(revision: Revision): Promise<Project> {
  const { name, ending, file, settings } = await projectFile(revision);
  // Rights that come from there would change without a word here.
  const elsewhere = ["config", "stackConfigDir"].filter((key) => key in settings);
  if (elsewhere.length > 0)
    throw new Failure(
      `${file} of ${revision.name} has ${elsewhere.join(" and ")}, which this command does not read: move what it says into the stack files beside it`,
    );
  return { name, ending };
}
