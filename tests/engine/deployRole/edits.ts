import { DeleteRolePolicyCommand, PutRolePolicyCommand, type IAMClient } from "@aws-sdk/client-iam";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";

interface StackFile {
  readonly config: Record<string, unknown>;
}

interface WorkloadEntry {
  description?: string;
  access: unknown[];
  maxSessionHours?: number;
  launch: Record<string, unknown>;
  attachTo?: unknown[];
}

function edit(folder: string, stack: string, change: (config: Record<string, unknown>) => void): void {
  const file = path.join(folder, `Pulumi.${stack}.yaml`);
  const content = parse(readFileSync(file, "utf8")) as StackFile;
  change(content.config);
  writeFileSync(file, stringify(content));
}

const workload = (config: Record<string, unknown>, name: string) =>
  (config["instance-profiles:workloads"] as Record<string, WorkloadEntry>)[name] as WorkloadEntry;

/** Puts the stack under the account's boundary. */
export function setBoundary(folder: string, stack: string, boundaryArn: string): void {
  edit(folder, stack, (config) => {
    config["instance-profiles:permissionsBoundary"] = boundaryArn;
  });
}

/** Changes everything that AWS changes in place: rights, description, session length, template, and a tag that goes while one comes. */
export function changeInPlace(folder: string, stack: string): void {
  edit(folder, stack, (config) => {
    const { Team, ...tags } = config["instance-profiles:tags"] as Record<string, string>;
    config["instance-profiles:tags"] = { ...tags, Owner: Team };
    const api = workload(config, "orders-api");
    api.access.push({ sns: { topic: "order-announcements", level: "publish" } });
    api.description = "Takes orders & announces them";
    api.maxSessionHours = 3;
    api.launch["instanceType"] = "t4g.large";
  });
}

/** Puts the profile of a workload on an instance that has none, and on one that has somebody else's. */
export function attach(folder: string, stack: string, bare: string, foreign: string): void {
  edit(folder, stack, (config) => {
    workload(config, "ops-host").attachTo = [bare, { instance: foreign, replaceExisting: true }];
  });
}

/** Does something while a role has an inline policy that somebody wrote by hand, which every refresh reads. */
export async function withInlinePolicy(
  iam: IAMClient,
  RoleName: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const Statement = [{ Effect: "Allow", Action: "sqs:ListQueues", Resource: "*" }];
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "by-hand", PolicyDocument }));
  await work();
  await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: "by-hand" }));
}
