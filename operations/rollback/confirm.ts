import { terminal } from "../../commandLine/terminal.ts";

/** Why the user's consent is missing; undefined where it is given. */
export async function consentMissing(workload: string, yes: boolean): Promise<string | undefined> {
  if (yes) return undefined;
  const asked = terminal((ask) => ask(`Type ${workload} to do this: `));
  if (asked === undefined) return "no terminal to confirm on; add --yes if a script means it";
  // Whoever leaves the question with Ctrl-C or Ctrl-D does not agree.
  const answer = await asked.catch(() => undefined);
  if (answer === undefined) return "it was not confirmed";
  return answer === workload ? undefined : `that is not "${workload}"`;
}
