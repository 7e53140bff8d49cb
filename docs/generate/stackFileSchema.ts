import { z } from "zod";
import { NAMESPACE } from "../../components/config/namespace.ts";
import { stackConfig } from "../../components/config/schema.ts";

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON schema of `Pulumi.<stack>.yaml`, from which editors complete. It says what the program says, but for what
 * only a look at several fields, at IAM's catalogue or at other files can tell.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/
 */
export function stackFileSchema(): object {
  const own = z.toJSONSchema(stackConfig, { io: "input" });
  return {
    $schema: own.$schema,
    title: "Stack file of instance-profiles",
    type: "object",
    properties: {
      config: {
        type: ["object", "null"],
        description: "Settings of the stack, each key with its namespace.",
        examples: [{ "aws:region": "eu-central-1", [`${NAMESPACE}:environment`]: "dev" }],
        properties: {
          "aws:region": orSecret({
            type: "string",
            description: "The region of the stack. That of your AWS environment if left out.",
            examples: ["eu-central-1"],
          }),
          ...withKeys(own.properties ?? {}),
        },
        // Pulumi wants a namespace before every key; those of providers are theirs to judge.
        patternProperties: { [`^(?!${NAMESPACE}:)[^:]+:.`]: {} },
        additionalProperties: false,
      },
      ...ofPulumi,
    },
    additionalProperties: false,
    $defs: { secret },
  };
}

/** What Pulumi itself keeps in the file. */
const ofPulumi = {
  environment: {
    type: ["array", "object"],
    description: "Pulumi ESC environments whose values are added to the configuration.",
    examples: [["shop/dev"]],
  },
  secretsprovider: {
    type: "string",
    description: "What encrypts the stack's secrets. A passphrase or Pulumi Cloud if left out.",
    examples: ["awskms://alias/pulumi"],
  },
  encryptedkey: {
    type: "string",
    description: "The encrypted key of the stack's secrets; Pulumi writes it.",
    examples: ["AQICAHh4…"],
  },
  encryptionsalt: {
    type: "string",
    description: "The salt of the passphrase; Pulumi writes it.",
    examples: ["v1:4e5hVpsDLJA=:v1:…"],
  },
};

/** What `pulumi config set --secret` writes in the place of a value. */
const secret = {
  type: "object",
  properties: { secure: { type: "string", description: "The encrypted value.", examples: ["v1:…"] } },
  required: ["secure"],
  additionalProperties: false,
};

function withKeys(properties: Readonly<Record<string, unknown>>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const inside = secretTexts(schema as Schema);
      // Also a map may be encrypted as a whole.
      return [`${NAMESPACE}:${name}`, inside.if === undefined ? orSecret(inside) : inside];
    }),
  );
}

/** The same with every text allowed to be a secret. */
function secretTexts(schema: Schema): Schema {
  if (schema.type === "string") return orSecret(schema);
  const { properties, items, additionalProperties, anyOf, ...rest } = schema;
  const inside = (part: unknown) =>
    typeof part === "object" && part !== null ? secretTexts(part as Schema) : part;
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inside(part)])),
    }),
    ...(items !== undefined && { items: inside(items) }),
    ...(additionalProperties !== undefined && { additionalProperties: inside(additionalProperties) }),
    ...(anyOf && { anyOf: anyOf.map(inside) }),
  } as Schema;
}

/** An alternative would do as well, but then editors name both alternatives for a wrong value. */
function orSecret({ description, examples, ...value }: Schema): Schema {
  return {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    if: { $ref: "#/$defs/secret" },
    else: value,
  };
}
