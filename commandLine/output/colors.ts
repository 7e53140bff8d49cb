import pc from "picocolors";

export type Colors = ReturnType<typeof pc.createColors>;

/** Whether a stream is a terminal; Node leaves the property out where it is none. */
export const isTerminal = (stream: { readonly isTTY?: boolean }): boolean => stream.isTTY ?? false;

/**
 * Whether to write colors to a stream. The user's word comes first (https://no-color.org, https://force-color.org), then
 * what the stream is: a file and a pipe get none.
 */
export function wantsColors(
  stream: { readonly isTTY?: boolean },
  { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv = process.env,
): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal(stream) && TERM !== "dumb";
}

export const colors = (wanted: boolean): Colors => pc.createColors(wanted);
