import type { RequestContext } from "../../../iam/conditions/conditionsHold.ts";
import type { Verdict } from "../../../operations/probes/simulate.ts";

/** A call that a role makes for real. */
export interface RealCall {
  readonly action: string;
  readonly resource: string;
  /** Condition keys that AWS derives from the call. @default - none that a grant tests */
  readonly context?: RequestContext;
  readonly send: () => Promise<unknown>;
}

/** A resource that the proof made, and takes away again. */
export type Remove = () => Promise<unknown>;

const denied = /AccessDenied|UnauthorizedOperation|NotAuthorized|AuthorizationError|Forbidden/i;

const gone = /NoSuchBucket|NoSuchKey|ResourceNotFound|QueueDoesNotExist|NonExistentQueue/;

/** Whether an error says that a resource is not there, as after a role has deleted what it should not be able to delete. */
export const saysGone = (error: unknown) => gone.test((error as { name: string }).name);

const exists = /AlreadyExists|AlreadyOwnedByYou|ResourceInUse/;

/** Makes a resource. False where it is there already, so that it is not the proof's to take away. */
export async function makes(create: Promise<unknown>): Promise<boolean> {
  try {
    await create;
    return true;
  } catch (error) {
    if (exists.test((error as { name: string }).name)) return false;
    throw error;
  }
}

/** For what was there before. */
export const leaveAlone: Remove = () => Promise.resolve();

/**
 * What AWS said to a call. It checks rights first, so what is not there was allowed to be asked for. Any other answer than
 * success or a refusal is passed on: it proves nothing.
 */
export async function verdictOf({ send }: RealCall): Promise<Verdict> {
  try {
    await send();
    return "allowed";
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    if (denied.test(name) || $metadata?.httpStatusCode === 403) return "denied";
    if (saysGone(error)) return "allowed";
    throw error;
  }
}
