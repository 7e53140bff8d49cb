import type { Target } from "../../iam/arn.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { clientsIn, type Clients } from "../clients.ts";
import { stackCaller, stackConfig, targetOf } from "../deployedStack.ts";
import { callerAccount, requireOwnAccount } from "../ownAccount.ts";
import { halfMade } from "./halfMade.ts";
import { heldByAws } from "./heldByAws.ts";
import type { Found } from "./nextUpdate.ts";
import { orphansOf, type Orphans } from "./orphans.ts";
import { RecoveredStack, type PendingOperation } from "./pulumi.ts";

/** What a recovery did. */
export interface Recovery {
  /** Where it looked. */
  readonly account: string;
  /** Empty files beside the state, which are removed. */
  readonly torn: readonly string[];
  /** Whose lock was cleared, in words. */
  readonly unlocked: readonly string[];
  /** Operations that were interrupted; the next update does them again. */
  readonly interrupted: readonly PendingOperation[];
  /** What an update had made and not written down, and the state has now. */
  readonly taken: readonly Found[];
  /** What has the name of something declared and is not of this stack. */
  readonly foreign: readonly Found[];
}

export interface RecoverOptions {
  readonly stack: string;
  /** Clears the lock of an update that may run still. */
  readonly cancel: boolean;
}

/** Makes the state of a stack say again what is true, so that the next update goes on where one was killed. */
export async function recover(
  project: string,
  { stack, cancel }: RecoverOptions,
  progress: Progress,
): Promise<Recovery> {
  const recovered = new RecoveredStack(project, stack);
  const {
    torn,
    interrupted,
    account: own,
  } = await progress.step(`state of stack ${stack}`, () => recovered.firstRead());
  const config = await stackConfig(project, stack, "--show-secrets");
  const { region, partition } = targetOf({}, config, process.env);
  const clients = clientsIn(region, await stackCaller(config));
  // First of all: whoever looks into another account finds nothing there, and would say that there is nothing to recover.
  const account =
    own === undefined
      ? await callerAccount(clients)
      : await requireOwnAccount(clients, stack, { account: own, region, partition });
  const unlocked = await progress.step("lock and interrupted operations", () => recovered.unlock(cancel));
  const target = { account, region, partition };
  const taken: Found[] = [];
  for (;;) {
    const { own, foreign } = await pass(recovered, clients, target, progress);
    taken.push(...own);
    // An attachment can be looked for once its role and its policy are in the state.
    if (!own.some(({ type }) => /^aws:iam\/(?:role:Role|policy:Policy)$/.test(type)))
      return { account, torn, unlocked, interrupted, taken, foreign };
  }
}

async function pass(
  recovered: RecoveredStack,
  clients: Clients,
  target: Target,
  progress: Progress,
): Promise<Orphans> {
  const next = await progress.step("what the next update would create", () => recovered.nextUpdate());
  const sought = await progress.step("what AWS has of it", () =>
    Promise.all(
      next.creates.map(async (create) => ({ create, held: await heldByAws(clients, create, target) })),
    ),
  );
  const { own, foreign } = orphansOf(sought);
  if (own.length > 0)
    await progress.step(`taking ${own.length} into the state`, () => recovered.take(next.file, own));
  const incomplete = await halfMade(clients, next.updates);
  if (incomplete.length > 0)
    await progress.step(`reading ${incomplete.length} into the state`, () => recovered.read(incomplete));
  return { own: [...own, ...incomplete], foreign };
}
