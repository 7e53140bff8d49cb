import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";

interface TableResource {
  readonly type: string;
  readonly name: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  readonly dependsOn?: readonly string[];
}

class Component extends pulumi.ComponentResource {}
class Custom extends pulumi.CustomResource {}
class Provider extends pulumi.ProviderResource {}

const table = JSON.parse(readFileSync("table.json", "utf8")) as readonly TableResource[];
const made = new Map<string, pulumi.Resource>();

function at(name: string): pulumi.Resource {
  const resource = made.get(name);
  if (!resource) throw new Error(`the table has no resource "${name}" above the one that names it`);
  return resource;
}

/** An input of the table with its marks made real; `../../policies/table.ts` says what they are. */
function input(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(input);
  if (typeof value !== "object" || value === null) return value;
  if ("$output" in value) {
    const [name, property] = value.$output as [string, string];
    return (at(name) as unknown as Readonly<Record<string, unknown>>)[property];
  }
  if ("$secret" in value) return pulumi.secret(input(value.$secret));
  if ("$json" in value) return pulumi.jsonStringify(input(value.$json));
  if ("$asset" in value) return new pulumi.asset.StringAsset(value.$asset as string);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, input(item)]));
}

function make({ type, name, inputs = {}, parent, dependsOn = [] }: TableResource): pulumi.Resource {
  const opts = { ...(parent && { parent: at(parent) }), dependsOn: dependsOn.map(at) };
  if (type.startsWith("test:")) return new Component(type, name, {}, opts);
  // What a resource does not list here has no output of the name.
  const props = { arn: undefined, ...(input(inputs) as pulumi.Inputs) };
  if (!type.startsWith("pulumi:providers:")) return new Custom(type, name, props, opts);
  return new Provider(type.slice("pulumi:providers:".length), name, props, opts);
}

for (const resource of table) made.set(resource.name, make(resource));
