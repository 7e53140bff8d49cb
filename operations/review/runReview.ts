import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import * as path from "node:path";
import { endingAmong, stackFileName } from "../../components/config/stackFiles.ts";
import { Failure } from "../../commandLine/failure.ts";
import { secondsSince } from "../../commandLine/output/seconds.ts";
import { isLoopback } from "../../commandLine/loopback.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { NAMESPACE } from "../../components/config/namespace.ts";
import type { Target } from "../../iam/arn.ts";
import { fromAws } from "../awsErrors.ts";
import { clientsIn } from "../clients.ts";
import { gitPrefix } from "../stackFile/gitPrefix.ts";
import { compileDeclared } from "../stackFile/compiledStack.ts";
import { readManagedPolicies } from "../probes/managedPolicies.ts";
import { deployedStack } from "../deployedStack.ts";
import { requireOwnAccount } from "../ownAccount.ts";
import { eventsOf } from "./events/eventsOf.ts";
import { limitsOfEvents } from "./events/limits.ts";
import { notTracked, ofEmbedded, toldByEvents } from "./notTracked.ts";
import type { CompileOne } from "./patchStack.ts";
import type { Review } from "./review.ts";
import { reviewStack, type StackFile } from "./reviewStack.ts";
import { roleUsages } from "./usage/lastAccessed.ts";

export interface ReviewOptions {
  readonly stack: string;
  readonly days: number;
  /** Where CloudTrail's files are: a path, or an `s3://` address. @default - no events are read */
  readonly events?: string | undefined;
}

const dayMilliseconds = 86_400_000;

/** Reviews a deployed stack, in its account: what its roles are granted beside what they used. */
export async function runReview(
  project: string,
  { stack, days, events: eventsPath }: ReviewOptions,
  progress: Progress,
): Promise<Review> {
  const started = Date.now();
  const { name, target, caller, outputs, declared } = await progress.step(`reading stack ${stack}`, () =>
    deployedStack(project, stack),
  );
  const clients = clientsIn(target.region, caller);
  // Its roles are minutes old: nothing would ever be proposed there.
  const embedded = isLoopback(process.env.AWS_ENDPOINT_URL);
  const account = await requireOwnAccount(clients, stack, target);
  const pairs = declared.flatMap((workload) => {
    const own = outputs[workload.name];
    return own ? [{ workload, own }] : [];
  });
  if (pairs.length === 0)
    throw new Failure(`stack "${stack}" has no workload that is both declared and deployed: run "pulumi up"`);
  for (const { name: left } of declared.filter((workload) => !outputs[workload.name]))
    progress.note(`${left} is declared and not deployed: it is not in this review`);
  const arns = new Set(pairs.flatMap(({ workload }) => workload.managedPolicyArns));
  const [usages, managed] = await progress.step(`reading what ${pairs.length} roles used`, (report) =>
    Promise.all([
      roleUsages(
        clients.iam,
        pairs.map(({ own }) => own),
        report,
      ),
      fromAws("reading the managed policies", () => readManagedPolicies(clients.iam, [...arns])),
    ]),
  );
  const since = new Date(started - days * dayMilliseconds).toISOString();
  const until = new Date(started).toISOString();
  const wanted = { account, roles: pairs.map(({ own }) => own.roleArn), since, until };
  const found =
    eventsPath === undefined
      ? undefined
      : await progress.step(`reading CloudTrail's events of ${eventsPath}`, (report) =>
          eventsOf(eventsPath, wanted, clients.sts, target.region, report),
        );
  const roles = pairs.flatMap((pair, index) => {
    const usage = usages[index];
    const ofRole = found && { observed: found.ofRole(pair.own.roleArn) };
    return usage ? [{ ...pair, usage, managed, atAnyAge: embedded, ...ofRole }] : [];
  });
  const reviewed = await reviewStack(
    roles,
    await stackFile(project, name),
    compileFrom(project, name, target),
    target,
    since,
  );
  const events = found?.ofStack(pairs.map(({ workload }) => workload));
  const limits = events
    ? [...notTracked.filter((sentence) => !toldByEvents.includes(sentence)), ...limitsOfEvents(events)]
    : notTracked;
  return {
    stack,
    account,
    region: target.region,
    days,
    since,
    reviewedAt: until,
    requests: clients.requests(),
    seconds: secondsSince(started),
    notTracked: embedded ? [...limits, ofEmbedded] : limits,
    ...(events && { events }),
    ...reviewed,
  };
}

async function stackFile(project: string, name: string): Promise<StackFile> {
  const file = stackFileName(name, endingAmong(readdirSync(project)));
  const text = await readFile(path.join(project, file), "utf8");
  return { path: `${await gitPrefix(project)}${file}`, text };
}

/** Compiles a workload of the file alone. What the rest of the stack says does not change its rights. */
function compileFrom(project: string, stack: string, target: Target): CompileOne {
  return async (name, workload) => {
    const values = {
      [`${NAMESPACE}:environment`]: "review",
      [`${NAMESPACE}:workloads`]: { [name]: workload },
    };
    return (await compileDeclared(project, stack, { values }, target))[0];
  };
}
