import { type Command, CommanderError } from "commander";
import { exitCodes } from "./exitCodes.ts";
import { Failure, isBug, sentenceOf } from "./failure.ts";
import { packageManifest } from "./packageManifest.ts";
import { npmOptionsHint } from "./npmOptions.ts";
import { visibleText } from "./output/visibleText.ts";
import { endWhenInterrupted } from "./processes/signals.ts";

interface Run {
  /** What messages start with. */
  readonly calledAs: string;
  /** What to say where a signal ends it. */
  readonly whenInterrupted: string;
}

/**
 * Makes a program and runs the command that the arguments name. What keeps it from its work is said in one sentence on
 * stderr, which starts with the command as its user called it.
 */
export async function runProgram(
  make: () => Promise<Command>,
  args: readonly string[],
  { calledAs, whenInterrupted }: Run,
): Promise<void> {
  endWhenInterrupted(whenInterrupted);
  process.stdout.on("error", endWithoutOutput);
  try {
    await parse(await make(), args);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode && exitCodes.couldNotRun;
    else {
      const sentence = isBug(error) ? bugReport(error) : sentenceOf(error);
      process.stderr.write(`${calledAs}: ${visibleText(sentence)}\n`);
      if (process.env.SANDBOX_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
      process.exitCode = error instanceof Failure ? error.exitCode : exitCodes.couldNotRun;
    }
  }
}

async function parse(program: Command, args: readonly string[]): Promise<void> {
  let [called, complaint] = [program, ""];
  for (const command of withSubcommands(program))
    command
      .showHelpAfterError("(add --help for the usage)")
      .configureOutput({ writeErr: (text) => (complaint += text) })
      .exitOverride((error) => {
        called = command;
        throw error;
      });
  program.hook("preAction", (_, command) => {
    const hint = npmOptionsHint(command, false);
    if (hint) throw new Failure(hint.sentence);
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const hint = error.exitCode === 0 ? undefined : npmOptionsHint(called, true);
    if (!hint?.isCertain) process.stderr.write(visibleText(complaint));
    if (hint) throw new Failure(hint.sentence);
    throw error;
  }
}

/** What to do about a mistake of ours, and what we need to know to mend it. */
function bugReport(error: Error): string {
  const { bugs } = packageManifest();
  const where = bugs?.url === undefined ? "" : ` at ${bugs.url}`;
  return `this is a bug: report it${where} with the lines below and what you ran\n${error.stack ?? error.message}`;
}

/** Whoever reads may stop early, as head does; anything else, such as a full disk, is an error. */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`cannot write the result: ${sentenceOf(error)}\n`);
  process.exit(exitCodes.couldNotRun);
}

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];
