import type { Fault, Rule } from "../../../faults/rules.ts";

const error = (status: number, code: string, message: string): Fault => ({
  kind: "error",
  status,
  code,
  message,
});

/** What goes wrong everywhere, by the name that it has in the figures. */
const anywhere: readonly Fault[] = [
  error(500, "InternalFailure", "The request processing has failed because of an unknown error."),
  error(503, "Throttling", "Rate exceeded"),
  { kind: "slow", milliseconds: 3000 },
  { kind: "dropped before" },
  { kind: "dropped after" },
];

/** IAM does not know everywhere yet what it has just made. */
const unknownYet: Rule = {
  service: "iam",
  actions: ["AttachRolePolicy", "AddRoleToInstanceProfile"],
  when: { rate: 0 },
  fault: error(404, "NoSuchEntity", "The role cannot be found."),
};

/** Rules by which a share of all requests goes wrong, each kind as often as another. */
export function faultsAt(rate: number): readonly Rule[] {
  const each = { rate: rate / anywhere.length };
  return [{ ...unknownYet, when: each }, ...anywhere.map((fault) => ({ when: each, fault }))];
}

/** What a fault is called in the figures. */
export const nameOf = (fault: Fault): string => (fault.kind === "error" ? fault.code : fault.kind);
