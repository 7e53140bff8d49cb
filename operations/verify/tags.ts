import type { RawConfig } from "../../components/config/rawConfig.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";

/** What the settings of the AWS provider say of tags. */
export interface ProviderTags {
  /** Tags that the provider puts on everything; a resource's own win. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Whether the defaults are secret. */
  readonly secret: boolean;
  /** Keys that the provider leaves to others. */
  readonly ignoredKeys: readonly string[];
  readonly ignoredPrefixes: readonly string[];
}

/**
 * The `aws:defaultTags` and `aws:ignoreTags` of a stack.
 *
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/provider/#providerdefaulttags
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/provider/#providerignoretags
 */
export function providerTags({ values, secretKeys = [] }: RawConfig): ProviderTags {
  const { tags = {} } = settingIn(values["aws:defaultTags"]) as { tags?: Record<string, unknown> };
  const { keys = [], keyPrefixes = [] } = settingIn(values["aws:ignoreTags"]) as {
    keys?: readonly string[];
    keyPrefixes?: readonly string[];
  };
  return {
    defaults: Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)])),
    secret: secretKeys.includes("aws:defaultTags"),
    ignoredKeys: keys,
    ignoredPrefixes: keyPrefixes,
  };
}

/** A setting that is an object, or the JSON of one. What the provider would refuse too sets nothing. */
function settingIn(value: unknown): object {
  try {
    const setting: unknown = typeof value === "string" ? JSON.parse(value) : value;
    return typeof setting === "object" && setting !== null ? setting : {};
  } catch {
    return {};
  }
}

/** The tags that everything of a workload has to carry. */
export interface WantedTags {
  readonly tags: Readonly<Record<string, string>>;
  /** Keys whose values no finding shows. */
  readonly secretKeys: readonly string[];
  /** Whether a key is nobody's business: AWS's own, or one that the provider ignores. */
  readonly isIgnored: (key: string) => boolean;
}

export function wantedTags(
  { tags, secrets }: Pick<CompiledWorkload, "tags" | "secrets">,
  { defaults, secret, ignoredKeys, ignoredPrefixes }: ProviderTags,
): WantedTags {
  return {
    tags: { ...defaults, ...tags },
    secretKeys: [...(secrets?.tagKeys ?? []), ...(secret ? Object.keys(defaults) : [])],
    isIgnored: (key) =>
      key.startsWith("aws:") ||
      ignoredKeys.includes(key) ||
      ignoredPrefixes.some((prefix) => key.startsWith(prefix)),
  };
}
