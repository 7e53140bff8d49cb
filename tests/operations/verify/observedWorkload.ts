import { judge } from "../../../operations/verify/judge.ts";
import type { Finding } from "../../../operations/verify/finding.ts";
import type { ObservedInstance, ObservedWorkload } from "../../../operations/verify/observation.ts";

export const launch = { httpPutResponseHopLimit: 1 } as const;
export const roleArn = "arn:aws:iam::111122223333:role/shop/dev/shop-dev-orders";
export const arn = "arn:aws:sts::111122223333:assumed-role/shop-dev-orders/i-1";
export const outputs = {
  roleName: "shop-dev-orders",
  roleArn,
  instanceProfileName: "shop-dev-orders",
  instanceProfileArn: "arn:aws:iam::111122223333:instance-profile/shop/dev/shop-dev-orders",
  launchTemplateId: "lt-1",
  launchTemplateLatestVersion: 3,
};
export const named: ObservedInstance = { id: "i-1", identity: { by: "instance", arn }, profileId: "AIPA1" };
export const metadata = { tokens: "required", hopLimit: 1 };
export const origin = { id: "lt-1", version: 3 };
export const running: ObservedInstance = { ...named, metadata, template: origin };
export const allowed = {
  because: "sqs send orders",
  action: "sqs:SendMessage",
  resource: "arn:aws:sqs:eu-central-1:111122223333:orders",
  context: {},
  expected: "allowed",
  verdict: "allowed",
} as const;
export const denied = {
  because: "never declared",
  action: "iam:PassRole",
  resource: "*",
  context: {},
  expected: "denied",
  verdict: "denied",
} as const;
export const tags = { tags: { Stack: "dev" }, secretKeys: [], isIgnored: () => false };
export const profile = { id: "AIPA1", roles: ["shop-dev-orders"], tags: { Stack: "dev" } };
export const template = { id: "lt-1", defaultVersion: 3, tags: { Stack: "dev" }, newer: [] };
/** A workload of which everything is as declared. */
export const asDeclared: ObservedWorkload = {
  profile,
  template,
  instances: [running],
  answers: [allowed, denied],
};
export const strict = { allowUnmanaged: false };

export type Case = readonly [name: string, observed: ObservedWorkload, finds: readonly string[]];

export const line = ({ at, got, want, fix }: Finding) => [at, got, want, fix].join(" | ");

/** The verdict on the workload "orders", which launches instances. */
export const judged = (observed: ObservedWorkload, leniency = strict) =>
  judge({ name: "orders", launch: launch as never }, outputs, observed, tags, leniency);

export const withInstance = (change: Partial<ObservedInstance>): ObservedWorkload => ({
  ...asDeclared,
  instances: [{ ...running, ...change }],
});
