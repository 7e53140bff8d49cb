import type { Command, Option } from "commander";

/** What npm makes of an option that starts with the same letters as one of its own. */
const takenForAnother: Readonly<Record<string, string>> = { to: "token_description", max: "maxsockets" };

/** Options of Pulumi that are given to commands in the sandbox, where any command may stand. */
const ofAnyCommand = ["stack", "policy-pack"];

interface Eaten {
  readonly flag: string;
  /** As npm tells it. Where it did not know the option, the value stands among the arguments instead. */
  readonly value: string | undefined;
  readonly takesValue: boolean;
}

interface NpmHint {
  readonly sentence: string;
  /** Whether npm has an option; otherwise it may have one that it says nothing of. */
  readonly isCertain: boolean;
}

/**
 * What to say where npm took options of a command for its own, as in `npm run verify --stack dev`: npm keeps them in its
 * environment and starts the command without them.
 *
 * @param command the one that was called, after its arguments were read
 * @param isMisused whether what is left makes no sense; then also what npm may have from its own settings counts
 * @returns undefined where npm took nothing
 */
export function npmOptionsHint(
  command: Command,
  isMisused: boolean,
  environment: NodeJS.ProcessEnv = process.env,
): NpmHint | undefined {
  const names = namesOf(command);
  const script = environment.npm_lifecycle_event;
  // A script of the user's own, npx, or a test that npm runs: there the command line is as its author wrote it.
  const isOurs = names.length === 1 ? script === names[0] : script?.split(":")[0] === names[1];
  if (script === undefined || !isOurs) return undefined;
  const eaten = eatenOptions(command, isMisused, environment);
  if (eaten.length > 0)
    return {
      isCertain: true,
      sentence: `npm took ${eaten.map(({ flag }) => flag).join(" and ")} for itself: run "${rightLine(command, names, eaten)}"`,
    };
  // A command without options, as "sandbox exec", is misused in another way.
  if (!isMisused || optionsOf(command).length === 0) return undefined;
  const called = start(names).join(" ");
  return {
    isCertain: false,
    sentence: `npm takes options for itself that stand before "--": run "${called}" with them instead`,
  };
}

function namesOf(command: Command): string[] {
  return command.parent ? [...namesOf(command.parent), command.name()] : [command.name()];
}

/** Where a command below has to be named and is not, as in `npm run sandbox --stack prod`, any of theirs is meant. */
const optionsOf = (command: Command) => [command, ...command.commands].flatMap(({ options }) => options);

const takesAnyCommand = (command: Command) => command.registeredArguments.some(({ variadic }) => variadic);

function eatenOptions(command: Command, isMisused: boolean, environment: NodeJS.ProcessEnv): Eaten[] {
  const own = optionsOf(command)
    .filter(({ long }, index, options) => options.findIndex((other) => other.long === long) === index)
    .filter((option) => command.getOptionValueSource(option.attributeName()) !== "cli")
    .map((option: Option) => ({ name: (option.long ?? "").slice(2), takesValue: option.required }));
  const all = takesAnyCommand(command) ? ofAnyCommand.map((name) => ({ name, takesValue: true })) : own;
  return all.flatMap(({ name, takesValue }) => {
    const keys = [name.replaceAll("-", "_"), ...(isMisused ? [takenForAnother[name]] : [])];
    const value = keys.map((key) => environment[`npm_config_${key}`]).find(Boolean);
    if (value === undefined) return [];
    const isKnown = takesValue && value !== "true";
    return [{ flag: `--${name}`, takesValue, value: isKnown ? value : undefined }];
  });
}

/** The line that says the same without npm in between; a value that cannot be told has a placeholder. */
function rightLine(command: Command, names: readonly string[], eaten: readonly Eaten[]): string {
  if (takesAnyCommand(command)) return `npx ${names.join(" ")} -- COMMAND AND ITS OPTIONS`;
  const wanted = command.registeredArguments.length;
  const [operands, surplus] = [command.args.slice(0, wanted), command.args.slice(wanted)];
  const open = eaten.filter(({ takesValue, value }) => takesValue && value === undefined);
  const options = eaten.flatMap(({ flag, value, takesValue }) => {
    if (!takesValue) return [flag];
    const stray = open.length === 1 && surplus.length === 1 ? surplus[0] : undefined;
    return [flag, quoted(value ?? stray ?? flag.slice(2).toUpperCase())];
  });
  return [...start(names), ...operands.map(quoted), ...options].join(" ");
}

/** What is no part of `instance-profiles` is a script of npm alone. */
const start = (names: readonly string[]) =>
  names.length === 1 ? ["npm", "run", ...names, "--"] : ["npx", ...names];

const quoted = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
