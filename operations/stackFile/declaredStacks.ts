import { type Document, parseDocument, visit } from "yaml";
import { stackFileName } from "../../components/config/stackFiles.ts";
import { didYouMean } from "../../iam/nearest.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { compileStack } from "../../components/config/compileStack.ts";
import { formatErrors } from "../../components/config/configError.ts";
import { parseStackConfig } from "../../components/config/parseStackConfig.ts";
import { partitionOfRegion } from "../../iam/arn.ts";
import { Failure } from "../../commandLine/failure.ts";
import { withoutSecrets } from "./secrets.ts";
import { aliasProblem, yamlProblem } from "./yamlProblem.ts";
import type { Revision } from "./revision.ts";

/** A stack as its file declares it at one revision. No account is asked: names stand for this account's resources. */
export interface DeclaredStack {
  readonly name: string;
  /** The name of the project, which is a part of every URN. */
  readonly project: string;
  readonly workloads: readonly CompiledWorkload[];
  /** Where and as whom it is deployed: the settings of the AWS provider, such as `aws:region`. */
  readonly provider: Readonly<Record<string, unknown>>;
  /** What of the file could not be read; what could is among the workloads. */
  readonly problem?: string;
}

/** Stands for the account of a stack, which only credentials tell. */
export const anyAccount = "000000000000";

/** A stack that was asked for, which one of the revisions has to have. */
export function knownStack(stacks: readonly string[], name: string): string {
  if (stacks.includes(name)) return name;
  throw new Failure(
    `no stack "${name}": there is no ${stackFileName(name)}${didYouMean(name, stacks)}; stacks are ${stacks.join(", ")}`,
  );
}

/** What keeps a text from being read as Pulumi reads it, to follow the name of its file. */
function problemOf(document: Document): string | undefined {
  const [error] = document.errors;
  if (error) return ` is ${yamlProblem(error)}`;
  let octal: string | undefined;
  visit(document, {
    // Pulumi reads 010 as eight, and YAML 1.2 as ten.
    Scalar: (_, { value, source = "" }) => {
      if (typeof value !== "number" || !/^[-+]?0\d/.test(source)) return undefined;
      octal = `: got the number ${source}, which Pulumi may read as octal, want it in quotes where it is text, such as an account, and else without the zero in front`;
      return visit.BREAK;
    },
  });
  return octal;
}

type Config = Readonly<Record<string, unknown>>;

/** The configuration in a text, or what keeps it from being read, to follow the name of its file. */
function configIn(text: string): { readonly config: Config } | { readonly problem: string } {
  const document = parseDocument(text);
  const problem = problemOf(document);
  if (problem !== undefined) return { problem };
  try {
    const { config = {} } = (withoutSecrets(document.toJS()) ?? {}) as { readonly config?: Config | null };
    return { config: config ?? {} };
  } catch (error) {
    // A few lines of aliases of aliases can stand for more than any memory holds; the parser counts them.
    return { problem: `: ${aliasProblem(error)}` };
  }
}

/**
 * Compiles the text of a stack file. A file that is gone declares nothing.
 *
 * @param at The account, and the region where the file names none.
 */
export async function declaredIn(
  name: string,
  text: string | undefined,
  project: string,
  at = { account: anyAccount, region: "us-east-1" },
): Promise<DeclaredStack> {
  if (text === undefined) return { name, project, workloads: [], provider: {} };
  const read = configIn(text);
  if ("problem" in read)
    return { name, project, workloads: [], provider: {}, problem: `${stackFileName(name)}${read.problem}` };
  const { config } = read;
  // User data says nothing of rights, and the file of another revision is not here.
  const parsed = await parseStackConfig({ values: config }, () => ({ text: "" }));
  const configured = config["aws:region"];
  const region = typeof configured === "string" ? configured : at.region;
  const target = { account: at.account, region, partition: partitionOfRegion(region), project, stack: name };
  const compiled = compileStack(parsed.value, target);
  const errors = [...parsed.errors, ...compiled.errors];
  return {
    name,
    project,
    workloads: compiled.value,
    provider: Object.fromEntries(Object.entries(config).filter(([key]) => key.startsWith("aws:"))),
    ...(errors.length > 0 && { problem: `${stackFileName(name)}: ${formatErrors(errors)}` }),
  };
}

/** The name of the project, which is a part of the name of every resource. */
export async function projectName(revision: Revision): Promise<string> {
  const document = parseDocument((await revision.read("Pulumi.yaml")) ?? "");
  const [error] = document.errors;
  if (error) throw new Failure(`Pulumi.yaml of ${revision.name} is ${yamlProblem(error)}`);
  const { name, ...settings } = (document.toJS() ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== "string")
    throw new Failure(
      `${revision.name} has no Pulumi.yaml with a name: run this in the folder of the project`,
    );
  // Rights that come from there would change without a word here.
  const elsewhere = ["config", "stackConfigDir"].filter((key) => key in settings);
  if (elsewhere.length > 0)
    throw new Failure(
      `Pulumi.yaml of ${revision.name} has ${elsewhere.join(" and ")}, which this command does not read: move what it says into the stack files beside it`,
    );
  return name;
}
