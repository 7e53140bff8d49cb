/**
 * What Pulumi itself repeats of a run, which no program can keep it from. Each function takes it out of a text. The
 * section "Secrets" of docs/reliability.md says so to users.
 */

type Json = Readonly<Record<string, unknown>>;

const withoutConfig = (value: Json) => JSON.stringify({ ...value, config: undefined });

/** `preview --json` and the history of a backend begin with a copy of the configuration, of which secrets are hidden. */
export function withoutCopiedConfig(text: string): string {
  const value = JSON.parse(text) as Json | readonly Json[];
  return Array.isArray(value)
    ? (value as readonly Json[]).map(withoutConfig).join("\n")
    : withoutConfig(value as Json);
}

/** The SDK of the program says for debugging what it registered; the CLI hides secrets there, but not their base64 text. */
const isSdkDebugging = (line: string) => line.includes("RegisterResource RPC finished");

/** So does the engine with what it sends to plugins, at verbosity 9. */
const isPluginTraffic = (line: string) => /arshaling property for RPC\[/.test(line);

/** The log of `-v=9 --logtostderr`, where each line is an event. */
export function withoutDebugging(text: string): string {
  return text
    .split("\n")
    .filter((line) => !isSdkDebugging(line) && !isPluginTraffic(line))
    .join("\n");
}

/** The file of `--event-log`: the first event holds the configuration, and those for debugging what the SDK says. */
export function withoutOwnEvents(text: string): string {
  const isOwn = (line: string) => line.includes('"preludeEvent"') || isSdkDebugging(line);
  return text
    .split("\n")
    .filter((line) => !isOwn(line))
    .join("\n");
}
