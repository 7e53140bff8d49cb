import type { PackPolicy } from "../../policypack/crossguard/packPolicy.ts";

const level = {
  enum: ["advisory", "mandatory", "disabled"],
  description: "advisory warns, mandatory refuses, disabled does not check.",
};

/** The JSON schema of a file for `--policy-pack-config`: for each policy a level, or a level and its settings. */
export function packConfigSchema(policies: readonly PackPolicy[]): object {
  const ofPolicies = policies.map(
    ({ name, description, enforcementLevel, configSchema }): [string, object] => [
      name,
      {
        description,
        default: enforcementLevel,
        anyOf: [
          level,
          {
            type: "object",
            properties: { enforcementLevel: level, ...(configSchema?.properties as object | undefined) },
            additionalProperties: false,
          },
        ],
      },
    ],
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Settings of the instance-profiles policy pack",
    type: "object",
    properties: {
      all: { ...level, description: "The level of every policy that is not named." },
      ...Object.fromEntries(ofPolicies),
    },
    additionalProperties: false,
  };
}
