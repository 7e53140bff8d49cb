import { readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

/** A stack file as a user writes it, with the workloads of thirteen companies and projects. */
export const believableText = readFileSync(path.join(import.meta.dirname, "Pulumi.believable.yaml"), "utf8");

const { config } = parse(believableText) as { readonly config: Readonly<Record<string, unknown>> };

/** Its `config`. */
export const believableConfig = config;

/** Its workloads by name, each as it is written. */
export const believableWorkloads = config["instance-profiles:workloads"] as Readonly<
  Record<string, Readonly<Record<string, unknown>>>
>;
