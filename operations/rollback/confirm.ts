import { createInterface } from "node:readline/promises";
import { isTerminal } from "../../commandLine/progress.ts";

/** Why the user's consent is missing; undefined where it is given. */
export async function consentMissing(workload: string, yes: boolean): Promise<string | undefined> {
  if (yes) return undefined;
  if (!isTerminal(process.stdin)) return "no terminal to confirm on; add --yes if a script means it";
  const answer = await answerTo(`Type ${workload} to do this: `);
  if (answer === undefined) return "it was not confirmed";
  return answer.trim() === workload ? undefined : `that is not "${workload}"`;
}

/** What the user types; undefined for Ctrl-C and Ctrl-D, which leave a question open for ever if nobody listens. */
async function answerTo(question: string): Promise<string | undefined> {
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<undefined>((resolve) => {
    asked.once("close", () => {
      process.stderr.write("\n");
      resolve(undefined);
    });
  });
  asked.once("SIGINT", () => {
    asked.close();
  });
  try {
    return await Promise.race([asked.question(question), closed]);
  } finally {
    asked.close();
  }
}
