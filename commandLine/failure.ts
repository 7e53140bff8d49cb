import { exitCodes } from "./exitCodes.ts";

/** An end that the user can do something about: its message is one sentence and is printed without a stack trace. */
export class Failure extends Error {
  override readonly name: string = "Failure";
  /** What the command ends with. */
  readonly exitCode: number = exitCodes.couldNotRun;
}

/** The end of a command that looked at everything and found a reason to change nothing. */
export class Refusal extends Failure {
  override readonly name = "Refusal";
  override readonly exitCode = exitCodes.found;
}

/** The one sentence for an error of the operating system, or of anything else that came up. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Failure) return error.message;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "no space left on the disk: free some and run the command again";
  if (code === "EACCES" || code === "EPERM")
    return `no permission to write ${path ?? "a file"}: change its owner or mode`;
  return message;
}

/**
 * Whether an error can only come from a mistake in this program: what the language throws by itself. AWS, the network and
 * the system have errors of their own, and `fetch` and `URL` say with theirs that somebody else gave them what they got.
 */
export function isBug(error: unknown): error is Error {
  if (!(error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError))
    return false;
  return error.cause === undefined && (error as NodeJS.ErrnoException).code !== "ERR_INVALID_URL";
}
