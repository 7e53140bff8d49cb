import type { PolicyVersion } from "../../../operations/history/policyVersions.ts";

export const orders = "arn:aws:sqs:eu-central-1:111122223333:orders";

/** A version that allows some actions on one queue. */
export function version(id: string, actions: readonly string[], inForce = false): PolicyVersion {
  const Statement = [{ Effect: "Allow", Action: actions, Resource: orders }];
  return {
    id,
    createdAt: Date.parse("2026-11-24T12:00:00Z") + Number(id.slice(1)) * 3_600_000,
    inForce,
    document: JSON.stringify({ Version: "2012-10-17", Statement }),
  };
}

/** Five versions, of which the newest is not in force. */
export const versions = [
  version("v6", ["sqs:SendMessage", "sqs:ReceiveMessage"]),
  version("v5", ["sqs:SendMessage"], true),
  version("v4", ["sqs:SendMessage", "sqs:PurgeQueue"]),
  version("v2", ["sqs:SendMessage"]),
];
