import type { ChangedFile } from "../stackFile/changedFiles.ts";

/** Files that changed beside the stack files, by what they decide. */
export interface CodeChange {
  /** Follows the files: `decides what becomes of a stack file`. */
  readonly decides: string;
  /** From the folder of the project. */
  readonly files: readonly string[];
}

const packages = "decides which code of others runs: in the program, the rules and this command";

/** What files decide, by their paths from the folder of the project; the first that fits counts. */
const groups: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)node_modules\//, packages],
  [/^(?:\.\.\/)*(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|\.npmrc|\.node-version|\.nvmrc)$/, packages],
  [/^(?:\.\.\/)*\.gitmodules$/, "decides which other repositories are a part of this one"],
  [/^(?:\.\.\/)*\.github\//, "decides what runs in pull requests and deployments, and with which rights"],
  [/^Pulumi\.(?:ya?ml|json)$/, "decides which program runs, how it is started, and the names of all roles"],
  [/^policypack\/exceptions\.yaml$/, "decides which findings the policy pack lets pass"],
  [/^policypack\/config\//, "decides how strictly the policy pack judges a stack"],
  [/^policypack\//, "decides what the policy pack refuses"],
  [
    /^(?:components\/|index\.ts$|main\.js$)/,
    "decides what becomes of every stack file: each role may be another",
  ],
  [/^iam\//, "decides how rights are compiled, compared and judged"],
  [/^secrets\//, "decides which access keys are found"],
  [/^bootstrap\//, "decides what the deploy roles of the account may do"],
  [/^(?:operations|commandLine|bin)\//, "decides what this command shows: run that of the base too"],
];

/** What no role and no judgement is made of. */
const harmless = /^(?:tests|testing|docs|benchmarks|\.vscode)\/|^workloads\.schema\.json$|\.md$/;

/** Anything else that a program may load. */
const code = /\.(?:[cm]?[jt]sx?|json|node|wasm)$/;

const stackFile = /^Pulumi\.[\w.-]+\.(?:ya?ml|json)$/;

/** The changes that a diff of stack files cannot see, in the order of {@link groups}. */
export function codeChanges(changed: readonly ChangedFile[]): CodeChange[] {
  const byGroup = new Map<string, string[]>(groups.map(([, decides]) => [decides, []]));
  for (const file of changed) {
    const decides = decidedBy(file);
    if (decides === undefined) continue;
    const files = byGroup.get(decides) ?? [];
    files.push(file.path);
    byGroup.set(decides, files);
  }
  return [...byGroup].flatMap(([decides, files]) =>
    files.length === 0 ? [] : [{ decides, files: files.sort() }],
  );
}

function decidedBy({ path, isSubmodule }: ChangedFile): string | undefined {
  if (isSubmodule) return "decides which other repositories are a part of this one";
  const group = groups.find(([files]) => files.test(path));
  if (group) return group[1];
  if (path.startsWith("../") || harmless.test(path) || stackFile.test(path) || !code.test(path))
    return undefined;
  return "may be code that the program or a rule loads";
}

const mostFiles = 5;

/** A change as a line shows it. */
export function shownCode({ decides, files }: CodeChange): string {
  const more = files.length > mostFiles ? ` and ${files.length - mostFiles} more` : "";
  // A name may hold what a terminal would take for a command.
  const names = files.slice(0, mostFiles).map((file) => file.replace(/\p{Cc}/gu, "?"));
  return `changed in ${names.join(", ")}${more}, which ${decides}`;
}
