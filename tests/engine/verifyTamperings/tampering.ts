import type { WorkloadOutputs } from "../../../operations/deployedStack.ts";
import type { Clients } from "../../../sandbox/proof/clients.ts";

/** The deployed stack that is tampered with. */
export interface Tampered {
  readonly aws: Clients;
  readonly outputs: Readonly<Record<"api" | "worker" | "plain", WorkloadOutputs>>;
  /** An instance of `api`, started from its launch template. */
  readonly instance: string;
}

/** Something that somebody does by hand. */
export interface Tampering {
  /** In words after "finds". */
  readonly name: string;
  /** Returns how to undo it. */
  readonly tamper: (stack: Tampered) => Promise<() => Promise<unknown>>;
  /** Each finding as `workload | at | got | want`, with `stack` for those of the stack, and TIME for times. */
  readonly finds: (stack: Tampered) => readonly string[];
}

export const account = "000000000000";
export const path = "/instance-profiles/tampered/";
export const roleName = (workload: string) => `instance-profiles-tampered-${workload}`;
export const arn = (kind: string, end: string) => `arn:aws:iam::${account}:${kind}${end}`;
export const roleArn = (workload: string) => arn("role", `${path}${roleName(workload)}`);
export const policyArn = (workload: string) => arn("policy", `${path}${roleName(workload)}`);
export const profileArn = (workload: string) => arn("instance-profile", `${path}${roleName(workload)}`);

/** A document that allows something that nobody asks the simulator for. */
export const harmless = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
});

/** Runs steps one after the other. */
export async function inTurn(...steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) await step();
}
