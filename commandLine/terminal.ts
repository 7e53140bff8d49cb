import { createInterface } from "node:readline/promises";
import { Failure } from "./failure.ts";
import { isTerminal } from "./output/colors.ts";

/** Puts a question and gives the answer, without spaces around it. */
export type Ask = (question: string) => Promise<string>;

/** Lets work ask questions on the terminal; undefined where there is none. Answers given so far are lost by Ctrl-C. */
export type WithTerminal = <Result>(work: (ask: Ask) => Promise<Result>) => Promise<Result> | undefined;

/** The terminal of this process. Questions go to stderr, so that stdout stays for results. */
export const terminal: WithTerminal = (work) =>
  isTerminal(process.stdin) && isTerminal(process.stderr) ? asking(work) : undefined;

async function asking<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and Ctrl-D leave a question open for ever if nobody listens.
  const left = new Promise<never>((_, reject) => {
    lines.once("close", () => {
      process.stderr.write("\n");
      reject(new Failure("the question was not answered, nothing was written"));
    });
    lines.once("SIGINT", () => {
      lines.close();
    });
  });
  try {
    return await Promise.race([work(async (question) => (await lines.question(question)).trim()), left]);
  } finally {
    left.catch(() => undefined);
    lines.removeAllListeners("close").close();
  }
}
