import assert from "node:assert/strict";
import type { DiagnosticEvent, EngineEvent, PolicyEvent } from "@pulumi/pulumi/automation/index.js";
import * as automation from "@pulumi/pulumi/automation/errors.js";
import { errorIn, reasonFor } from "../../../../operations/fleet/work/reason.ts";

const event = (is: Partial<EngineEvent>): EngineEvent => ({ sequence: 1, timestamp: 1, ...is });

const diagnostic = (severity: DiagnosticEvent["severity"], message: string) =>
  event({ diagnosticEvent: { severity, message, color: "never" } });

const policy = (enforcementLevel: PolicyEvent["enforcementLevel"]) =>
  event({
    policyEvent: {
      enforcementLevel,
      message: "got *\nwant less",
      policyName: "no-star-star-grants",
      color: "never",
      policyPackName: "pack",
      policyPackVersion: "1",
      policyPackVersionTag: "1",
    },
  });

/** As the Automation API makes it of what Pulumi printed; its own type hides how. */
const { createCommandError } = automation as unknown as {
  createCommandError: (result: object) => Error;
};
const ended = (stderr: string) => createCommandError({ stderr, toString: () => ` stderr: \n${stderr}\n` });

describe("why an update failed", () => {
  for (const { name, of, is } of [
    {
      name: "an error",
      of: diagnostic("error", "<{%reset%}>it  broke\n\nhere<{%reset%}>\n"),
      is: "it broke here",
    },
    { name: "a long error", of: diagnostic("error", "x".repeat(500)), is: `${"x".repeat(400)}…` },
    { name: "an empty error", of: diagnostic("error", "<{%reset%}>"), is: undefined },
    { name: "a warning", of: diagnostic("warning", "look"), is: undefined },
    {
      name: "a policy that refuses",
      of: policy("mandatory"),
      is: "refused by no-star-star-grants: got * want less",
    },
    { name: "a policy that advises", of: policy("warning"), is: undefined },
    { name: "another event", of: event({ cancelEvent: {} }), is: undefined },
  ])
    it(`is told by ${name} as ${is === undefined ? "nothing" : `"${is.slice(0, 50)}"`}`, () => {
      assert.equal(errorIn(of), is);
    });

  for (const { name, told, error, is } of [
    {
      name: "the first error that was told",
      told: ["cause", "effect"],
      error: ended("error: no"),
      is: "cause",
    },
    { name: "Pulumi's last word", told: [], error: ended("warning: a\nerror: b\nerror: c"), is: "b" },
    { name: "what was printed, where no line is an error", told: [], error: ended("odd"), is: "stderr: odd" },
    { name: "an error of this program", told: [], error: new Error("no\nfile"), is: "no file" },
    {
      name: "a lock",
      told: ["update failed"],
      error: ended("error: the stack is currently locked by 1 lock(s)."),
      is: 'another update of it runs, or was killed: wait for it, or free the stack with "pulumi cancel --stack"',
    },
  ])
    it(`is ${name}`, () => {
      assert.equal(reasonFor(told, error), is);
    });
});
