import { Failure } from "../../../commandLine/failure.ts";
import { asJson, chosenFormat, type FormatOptions } from "../../../commandLine/formats.ts";
import { isTerminal } from "../../../commandLine/output/colors.ts";
import { secondsSince } from "../../../commandLine/output/seconds.ts";
import { visibleText } from "../../../commandLine/output/visibleText.ts";
import { paintsStdout, print } from "../../../commandLine/result.ts";
import { stackNames } from "../../../components/config/stackFiles.ts";
import type { FleetOptions } from "../options.ts";
import { readStacks } from "../stacks/readStacks.ts";
import { selectStacks } from "../stacks/selectStacks.ts";
import type { FleetStack } from "../stacks/stackFile.ts";
import type { StackTask } from "../work/work.ts";
import { takeInterrupts } from "./interrupts.ts";
import { exitCodeOf, type FleetResult, type StackOutcome } from "../outcome.ts";
import { lastRecord, newRunFolder, writeRecord, type RunRecord } from "./record.ts";
import { restOf } from "./resume.ts";
import { runStacks } from "./runStacks.ts";
import { summary, summaryTable } from "./summary.ts";
import { terminalView } from "./terminalView.ts";
import { plainView } from "./view.ts";

/** The options of `preview`, `up` and `verify`, as commander gives them. */
export interface FleetArguments extends Partial<FleetOptions>, FormatOptions<"table" | "json"> {
  readonly stacks?: readonly string[];
  readonly resume: boolean;
  readonly max: number;
}

/** What is to be done, and what an earlier run has done already. */
interface Assignment {
  readonly options: FleetOptions;
  readonly stacks: readonly FleetStack[];
  readonly kept: readonly StackOutcome[];
  /** Of the stacks that are kept, when they ran. */
  readonly digests: RunRecord["digests"];
  readonly notes: readonly string[];
}

async function newRun(
  project: string,
  { stacks, allowUnmanaged = false, ...rest }: FleetArguments,
): Promise<Assignment> {
  if (stacks === undefined)
    throw new Failure(`--stacks is missing: name stacks as in --stacks 'prod-*', or --stacks '*' for all`);
  const { organization, policyPack, secretsProvider } = rest;
  const options = {
    allowUnmanaged,
    ...(organization !== undefined && { organization }),
    ...(policyPack !== undefined && { policyPack }),
    ...(secretsProvider !== undefined && { secretsProvider }),
  };
  return {
    options,
    stacks: await readStacks(project, selectStacks(stackNames(project), stacks)),
    kept: [],
    digests: {},
    notes: [],
  };
}

async function resumedRun(project: string, command: string, given: FleetArguments): Promise<Assignment> {
  const more = (
    ["stacks", "organization", "policyPack", "secretsProvider", "allowUnmanaged"] as const
  ).filter((name) => given[name] !== undefined && given[name] !== false);
  if (more.length > 0)
    throw new Failure(
      `--resume takes ${more.join(" and ")} from the last run: leave it out, or leave out --resume`,
    );
  const record = lastRecord(project, command);
  const all = await readStacks(project, stackNames(project));
  const { stacks, kept, notes } = restOf(
    record,
    Object.fromEntries(all.map(({ name, digest }) => [name, digest])),
  );
  const doing = stacks.length === 0 ? "nothing is left to do" : `runs ${stacks.join(", ")}`;
  return {
    options: record.options,
    stacks: all.filter(({ name }) => stacks.includes(name)),
    kept,
    digests: record.digests,
    notes: [`${doing}; ${kept.length} were done before`, ...notes],
  };
}

/** In the order of their names, those of earlier runs among them. */
const inOrder = (outcomes: readonly StackOutcome[]) =>
  [...outcomes].sort((one, other) => (one.stack < other.stack ? -1 : 1));

/** Runs a command on many stacks, keeps a record of it, prints what became of each and sets the exit code. */
export async function runFleet(
  project: string,
  command: string,
  given: FleetArguments,
  begin: (project: string, options: FleetOptions) => Promise<StackTask> | StackTask,
): Promise<void> {
  const started = Date.now();
  const say = (text: string) => process.stderr.write(`${visibleText(text)}\n`);
  const {
    options,
    stacks,
    kept,
    digests: before,
    notes,
  } = await (given.resume ? resumedRun(project, command, given) : newRun(project, given));
  for (const note of notes) say(note);
  const work = await begin(project, options);
  const folder = newRunFolder(project, command, new Date());
  const digests = { ...before, ...Object.fromEntries(stacks.map(({ name, digest }) => [name, digest])) };
  const changed = (outcomes: readonly StackOutcome[]) => {
    writeRecord(folder, { command, options, digests, outcomes: inOrder([...kept, ...outcomes]) });
  };
  // listr2 draws only where stdout is a terminal as well.
  const drawn = isTerminal(process.stderr) && isTerminal(process.stdout);
  const view = drawn ? await terminalView(process.stderr, `fleet ${command}`) : plainView(process.stderr);
  const interrupts = takeInterrupts(() => {
    view.notice("interrupted, what runs comes to an end, nothing more is begun; once more to break it off");
  });
  try {
    const ran = await runStacks({
      ...{ project, folder, command, stacks, work, view, interrupts, changed },
      max: given.max,
    });
    changed(ran);
    const seconds = secondsSince(started);
    const result: FleetResult = { command, seconds, stacks: inOrder([...kept, ...ran]) };
    print(
      chosenFormat(given, "table") === "json" ? asJson(result) : `${summaryTable(result, paintsStdout())}\n`,
    );
    say(summary(result));
    const interrupted = interrupts.exitCode();
    // A verification that was left where it stood would keep this process alive until AWS has answered.
    if (interrupted !== undefined) process.exit(interrupted);
    process.exitCode = exitCodeOf(result);
  } finally {
    interrupts.giveBack();
  }
}
