import * as pulumi from "@pulumi/pulumi";

/** A value as a secret where the user marked what it is made of, else as the literal that it is. */
export function secretIf(value: string, secret: boolean): pulumi.Input<string> {
  return secret ? pulumi.secret(value) : value;
}

/** Tags with secrets as the values of some keys, and what the provider adds to a resource that has them. */
export function secretTags(tags: Readonly<Record<string, string>>, secretKeys: readonly string[] = []) {
  return {
    tags: Object.fromEntries(
      Object.entries(tags).map(([key, value]) => [key, secretIf(value, secretKeys.includes(key))]),
    ),
    // The provider repeats all tags in a property of its own.
    additionalSecretOutputs: secretKeys.length > 0 ? ["tagsAll"] : [],
  };
}
