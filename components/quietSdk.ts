import { Resource } from "@pulumi/pulumi";
import * as log from "@pulumi/pulumi/log";

interface Frame {
  getFunctionName(): string | null;
  toString(): string;
}

/** What V8 calls to write a stack, where somebody has set it. */
interface StackWriter {
  prepareStackTrace?: (error: Error, frames: Frame[]) => unknown;
}

/**
 * Keeps Pulumi's SDK from work that nobody sees, a third of the program's time: it sends each of its debug lines (four for
 * a resource) to the engine in a call of its own, whoever asked for them, and for each of its promises it writes a stack, in
 * case that one never ends. With each resource it sends the stack of its constructor, here the same lines for every workload;
 * they are a fifth of the state, which the engine writes as a whole before and after each change.
 * `PULUMI_DEBUG_PROMISE_LEAKS`, with which Pulumi explains such promises, brings all three back.
 */
export function quietSdk(): void {
  if (process.env["PULUMI_DEBUG_PROMISE_LEAKS"] !== undefined) return;
  Object.assign(log, { debug: () => Promise.resolve() });
  Object.assign(Resource, { stackTrace: () => [] });
  const writer = Error as unknown as StackWriter;
  const { prepareStackTrace: write = asV8WritesIt } = writer;
  writer.prepareStackTrace = (error, frames) =>
    frames[0]?.getFunctionName() === "debuggablePromise" ? "" : write(error, frames);
}

function asV8WritesIt(error: Error, frames: readonly Frame[]): string {
  return [String(error), ...frames.map((frame) => `    at ${frame.toString()}`)].join("\n");
}
