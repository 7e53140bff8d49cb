import { type Command, Option } from "commander";
import { Failure } from "./failure.ts";

/** The options of a command that prints its result in one of several formats. */
export interface FormatOptions<Format extends string> {
  readonly format?: Format;
  readonly json?: boolean;
}

/**
 * Adds `--format` to a command, and `--json` as its short form.
 *
 * @param formats the first one is the default, and one is `json`
 */
export function withFormats(formats: readonly [string, ...string[]], command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "how to print it").choices(formats).default(formats[0]))
    .addOption(new Option("--json", "short for --format json"))
    .hook("preAction", (_, called) => {
      const { format, json } = called.opts<FormatOptions<string>>();
      if (json && called.getOptionValueSource("format") === "cli" && format !== "json")
        throw new Failure(`--json and --format ${format} say two things: leave one of them out`);
    });
}

/** The format that the options ask for. */
export const chosenFormat = <Format extends string>(
  { format, json = false }: FormatOptions<Format>,
  otherwise: Format,
): Format | "json" => (json ? "json" : (format ?? otherwise));

/** A result as one JSON document. */
export const asJson = (result: unknown): string => `${JSON.stringify(result, undefined, 2)}\n`;
