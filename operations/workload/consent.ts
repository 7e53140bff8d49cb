import type { WithTerminal } from "../../commandLine/terminal.ts";

/** Asks whether a stack file may be written; undefined where it may, and else why not. */
export async function consentMissing(file: string, terminal: WithTerminal): Promise<string | undefined> {
  const asked = terminal((ask) => ask(`Write this to ${file} (y/N)? `));
  if (asked === undefined) return "no terminal to ask on; add --yes if a script means it";
  // Whoever leaves the question with Ctrl-C or Ctrl-D does not agree.
  const answer = await asked.catch(() => "");
  return /^y(es)?$/i.test(answer) ? undefined : "it was not confirmed";
}
