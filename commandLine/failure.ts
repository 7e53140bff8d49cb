/** An end that the user can do something about: its message is one sentence and is printed without a stack trace. */
export class Failure extends Error {
  override readonly name = "Failure";
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
