/** What an exit code means, of every command. A signal ends a command with 128 and its number, as a shell reports it. */
export const exitCodes = {
  /** The work is done, and there is nothing to look at. */
  done: 0,
  /** The work is done, and it found something: a difference, a surprise, a reason to refuse. */
  found: 1,
  /** The work could not be done, or the command was used wrongly. */
  couldNotRun: 2,
} as const;

/**
 * The exit codes of a command, for the end of its help.
 *
 * @param found what 1 stands for; without it the command never ends with 1
 */
export function exitCodeHelp(found?: string): string {
  const codes = [
    found === undefined ? "0 done" : "0 done, nothing found",
    ...(found === undefined ? [] : [`1 done, and ${found}`]),
    "2 could not do its work, or was used wrongly",
  ];
  return `\nExit code: ${codes.join("; ")}`;
}
