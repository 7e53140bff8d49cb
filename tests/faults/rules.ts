import { createHash } from "node:crypto";
import type { AwsRequest } from "./awsRequest.ts";

/** What becomes of a request, as plain data. */
export type Fault =
  /** AWS never sees the request, and the client gets an error in the form of the service. */
  | {
      readonly kind: "error";
      /** Such as 400 or 503. */
      readonly status: number;
      /** Such as `RequestLimitExceeded`. */
      readonly code: string;
      readonly message: string;
    }
  /** The request takes effect at once, and the answer comes later. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** The connection ends before AWS sees the request. */
  | { readonly kind: "dropped before" }
  /** The request takes effect, and the connection ends without an answer. */
  | { readonly kind: "dropped after" }
  /** The request takes effect, and the connection ends in the middle of the answer. */
  | { readonly kind: "cut" };

/** Which requests go wrong, and how. */
export interface Rule {
  /** The service as signatures name it, such as `ec2`. @default - every service */
  readonly service?: string;
  /** Such as `AssociateIamInstanceProfile`. @default - every action */
  readonly actions?: readonly string[];
  /** The first requests of each action, or a share of them between 0 and 1. */
  readonly when: { readonly first: number } | { readonly rate: number };
  readonly fault: Fault;
}

/**
 * Decides on one request after the other. The first rule that strikes wins, and a rule counts only the requests that the
 * rules before it let pass: so two rules for the same action make a sequence.
 *
 * A rate depends on the seed, the rule, the action and how many of that action there were, and on nothing else: requests
 * of several clients that overtake each other change the fate of none.
 */
export function faultsOf(rules: readonly Rule[], seed: number): (request: AwsRequest) => Fault | undefined {
  const counts = new Map<string, number>();
  return (request) => {
    const striking = rules.find((rule, index) => {
      if (!isMeant(rule, request)) return false;
      const key = `${index} ${request.service} ${request.action}`;
      const before = counts.get(key) ?? 0;
      counts.set(key, before + 1);
      return "first" in rule.when
        ? before < rule.when.first
        : draw(`${seed} ${key} ${before}`) < rule.when.rate;
    });
    return striking?.fault;
  };
}

function isMeant({ service, actions }: Rule, request: AwsRequest): boolean {
  return (service ?? request.service) === request.service && (actions?.includes(request.action) ?? true);
}

/** A number from 0 up to 1 that a text stands for. */
function draw(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
