import type { Progress } from "../../commandLine/progress.ts";
import { secondsSince } from "../../commandLine/output/seconds.ts";
import { clientsIn } from "../clients.ts";
import { deployedStack } from "../deployedStack.ts";
import { lastUpdate } from "../history/stackUpdates.ts";
import { requireOwnAccount } from "../ownAccount.ts";
import { compare } from "./compare.ts";
import type { Verification } from "./report.ts";

export interface VerifyOptions {
  readonly stack: string;
  readonly allowUnmanaged: boolean;
}

/** Compares a deployed stack, in its account and region, with what its file declares. */
export async function verify(
  project: string,
  { stack, allowUnmanaged }: VerifyOptions,
  progress: Progress,
): Promise<Verification> {
  const started = Date.now();
  const deployed = await progress.step(`reading stack ${stack}`, () => deployedStack(project, stack));
  const { target, caller, declared, outputs } = deployed;
  const clients = clientsIn(target.region, caller);
  const account = await requireOwnAccount(clients, stack, target);
  const count = declared.filter(({ name }) => outputs[name]).length;
  const surroundings = { project, lastUpdate: () => lastUpdate(project, stack) };
  const compared = await progress.step(`verifying ${count} workloads in ${target.region}`, (report) =>
    compare(clients, deployed, surroundings, { allowUnmanaged }, report),
  );
  return {
    stack,
    account,
    region: target.region,
    requests: clients.requests(),
    seconds: secondsSince(started),
    ...compared,
  };
}
