import { withoutOffer } from "../policypack/exceptions/exceptionText.ts";

/** A violation as the engine reports it. */
export interface PolicyEvent {
  /** Missing where a violation is about the stack as a whole. */
  readonly resourceUrn?: string;
  readonly policyName: string;
  readonly enforcementLevel: string;
  /** The description of the policy, and the message in a line of its own. */
  readonly message: string;
}

/** The violations in the text that `--event-log` writes: a JSON document in each line. */
export function policyEvents(eventLog: string): PolicyEvent[] {
  return eventLog
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => (JSON.parse(line) as { policyEvent?: PolicyEvent }).policyEvent ?? []);
}

/** The logical name of the resource that a violation is about. */
export function resourceNameOf({ resourceUrn = "" }: Pick<PolicyEvent, "resourceUrn">): string {
  return resourceUrn.slice(resourceUrn.lastIndexOf("::") + 2);
}

/** The message that the pack has made, without the exception that it offers. */
export function messageOf({ message }: Pick<PolicyEvent, "message">): string {
  return withoutOffer(message).trimEnd().split("\n").pop() ?? "";
}
