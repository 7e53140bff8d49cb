import { withoutOffer } from "../../../policypack/exceptions/exceptionText.ts";
import { CommandError, ConcurrentUpdateError, type EngineEvent } from "@pulumi/pulumi/automation/index.js";
import { sentenceOf } from "../../../commandLine/failure.ts";

/** Longer reasons are cut: the log has all of them. */
const longest = 400;

const oneLine = (text: string) => {
  const plain = text
    .replaceAll(/<\{%[^%]*%\}>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
};

/** What an event of the engine says went wrong. */
export function errorIn({ diagnosticEvent, policyEvent }: EngineEvent): string | undefined {
  if (policyEvent?.enforcementLevel === "mandatory")
    return oneLine(`refused by ${policyEvent.policyName}: ${withoutOffer(policyEvent.message)}`);
  if (diagnosticEvent?.severity !== "error") return undefined;
  return oneLine(diagnosticEvent.message) || undefined;
}

/**
 * Why an update failed, in one sentence.
 *
 * @param told what its events said, in their order: the first is the cause, those after it follow from it
 */
export function reasonFor(told: readonly string[], error: unknown): string {
  if (error instanceof ConcurrentUpdateError)
    return 'another update of it runs, or was killed: wait for it, or free the stack with "pulumi cancel --stack"';
  const [first] = told;
  if (first !== undefined) return first;
  if (!(error instanceof CommandError)) return oneLine(sentenceOf(error));
  const said = /^\s*error: (.+)$/m.exec(error.message)?.[1];
  return oneLine(said ?? error.message);
}
