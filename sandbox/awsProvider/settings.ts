/**
 * The settings of the AWS provider (`aws:…` in a stack file) as the sandbox takes them.
 *
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/provider/#inputs
 */

/** What the bridge does with a setting: it takes it as it is, or as a list of one; or why the sandbox leaves it out. */
export type Treatment =
  "as it is" | "in a list" | { readonly unless: "assumeRoles" | "never"; readonly because: string };

const leadsOutside = { unless: "never", because: "it leads out of the sandbox" } as const;
const ofAnAccount = {
  unless: "assumeRoles",
  because: "without aws:assumeRoles the sandbox is an account of its own",
} as const;

/** All settings of `@pulumi/aws`. `profile` works because the sandbox has a file of profiles. */
export const treatments: Readonly<Record<string, Treatment>> = {
  accessKey: leadsOutside,
  allowedAccountIds: ofAnAccount,
  assumeRoles: "as it is",
  assumeRoleWithWebIdentity: { unless: "never", because: "the sandbox has no identity provider" },
  customCaBundle: leadsOutside,
  defaultTags: "in a list",
  ec2MetadataServiceEndpoint: leadsOutside,
  ec2MetadataServiceEndpointMode: leadsOutside,
  endpoints: leadsOutside,
  forbiddenAccountIds: ofAnAccount,
  httpProxy: leadsOutside,
  httpsProxy: leadsOutside,
  ignoreTags: "in a list",
  insecure: "as it is",
  maxRetries: "as it is",
  noProxy: leadsOutside,
  profile: "as it is",
  region: "as it is",
  retryMode: "as it is",
  s3UsEast1RegionalEndpoint: "as it is",
  s3UsePathStyle: "as it is",
  secretKey: leadsOutside,
  sharedConfigFiles: leadsOutside,
  sharedCredentialsFiles: leadsOutside,
  skipCredentialsValidation: "as it is",
  skipMetadataApiCheck: "as it is",
  skipRegionValidation: "as it is",
  skipRequestingAccountId: "as it is",
  stsRegion: "as it is",
  tagPolicyCompliance: "as it is",
  token: leadsOutside,
  tokenBucketRateLimiterCapacity: "as it is",
  useDualstackEndpoint: leadsOutside,
  useFipsEndpoint: leadsOutside,
  userAgents: "as it is",
};

type Values = Readonly<Record<string, unknown>>;

export interface TakenSettings {
  readonly values: Values;
  /** What is left out, by its full key, and why. */
  readonly leftOut: Readonly<Record<string, string>>;
}

/** The mark of an object in which the engine wraps a secret. */
const signature = "4dabf18193072939515e22adb298388d";

/** The settings of one provider in the bridge's words. Those of a state are so already, and stay as they are. */
export function takenSettings(given: Values): TakenSettings {
  const values: Record<string, unknown> = {};
  const leftOut: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    const treatment = Object.hasOwn(treatments, key) ? treatments[key] : "as it is";
    if (typeof treatment === "object") {
      if (treatment.unless !== "never" && saysSomething(given[treatment.unless])) values[key] = value;
      else if (saysSomething(value)) leftOut[`aws:${key}`] = treatment.because;
    } else values[key] = treatment === "in a list" ? inList(value) : value;
  }
  return { values, leftOut };
}

const saysSomething = (value: unknown) =>
  value !== undefined &&
  value !== null &&
  !["", "false", "[]", "{}"].includes(typeof value === "string" ? value : JSON.stringify(value));

/** A stack file's object arrives as its JSON text, and as an object from a program; either may be a secret. */
function inList(value: unknown): unknown {
  if (typeof value === "string") {
    try {
      return JSON.stringify(inList(JSON.parse(value)));
    } catch {
      return value;
    }
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (signature in value && "value" in value) return { ...value, value: inList(value.value) };
  return [value];
}

/** What a provider that is older than `@pulumi/aws` says of a setting of it. */
const notKnown = /`aws:(\w+)` is not a valid configuration key/;

/** The settings of `@pulumi/aws` that the Terraform provider does not know, by what is said of them. */
export function unknownIn(reasons: readonly string[]): string[] {
  return reasons
    .flatMap((reason) => notKnown.exec(reason)?.[1] ?? [])
    .filter((key) => Object.hasOwn(treatments, key));
}

/** One sentence on what is left out; nothing where all is taken. */
export function leftOutSentence(leftOut: Readonly<Record<string, string>>): string | undefined {
  const keys = Object.keys(leftOut);
  if (keys.length === 0) return undefined;
  const because = [...new Set(Object.values(leftOut))].map((reason) => {
    const of = keys.filter((key) => leftOut[key] === reason);
    return `${of.join(", ")} (${reason})`;
  });
  return `the sandbox leaves out ${because.join(", ")}`;
}
