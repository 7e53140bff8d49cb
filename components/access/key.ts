import { looksLikeArn, parseArn, regionalArn, type Target } from "../../iam/arn.ts";
import type { Condition } from "../../iam/statement.ts";
import type { ResourceField } from "./resourceField.ts";

/** A KMS key as grants name it. */
export const keyField: ResourceField = {
  description: "The key; by alias the grant follows the key that carries it.",
  noun: "a key id, alias/<name>",
  name: /(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|alias\/[\w/-]+/,
  arn: "kms:{region}:{account}:{name}",
  arnResource: /key\/[\w-]+|alias\/[\w/-]+/,
  example: "alias/orders",
};

/**
 * The resource of a statement, and what has to limit it. An alias in the resource would allow the alias, not the key: the
 * condition key `kms:ResourceAliases` allows whichever key carries the alias at the time of the request.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export function keyResource(
  key: string,
  target: Target,
): { resource: string; region: string; condition?: Condition } {
  const arn = looksLikeArn(key) ? parseArn(key) : undefined;
  const place = arn ?? target;
  const name = arn?.resource ?? key;
  if (name.startsWith("alias/")) {
    return {
      resource: regionalArn(place, "kms", "key/*"),
      region: place.region,
      condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [name] } },
    };
  }
  const resource = regionalArn(place, "kms", name.startsWith("key/") ? name : `key/${name}`);
  return { resource, region: place.region };
}
