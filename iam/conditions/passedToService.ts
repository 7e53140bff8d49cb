import type { PolicyStatement } from "../document/policyStatement.ts";
import { demandsOneOf, isKey } from "./limitingKeys.ts";

/**
 * Services that use a role for what they do themselves and run no code or commands of whoever passes it, each with the
 * page that says what for. A role of more rights that is passed to them gives nobody these rights.
 */
export const servicesThatRunNoCode: Readonly<Record<string, string>> = {
  // The role of the control plane; pods and nodes have roles of their own.
  "eks.amazonaws.com": "https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html",
  // It writes the metrics of Enhanced Monitoring into a log.
  "monitoring.rds.amazonaws.com":
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html",
  // It writes the records of a flow log.
  "vpc-flow-logs.amazonaws.com": "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
  // It writes the events of a trail into a log.
  "cloudtrail.amazonaws.com":
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html",
};

/** Whether a statement lets roles be passed to such services alone. */
export function passesToNoCode({ conditions }: PolicyStatement): boolean {
  return conditions.some(
    (test) =>
      isKey(test.key, "iam:PassedToService") &&
      demandsOneOf(test, (service) => isOneThatRunsNoCode(service.toLowerCase())),
  );
}

/** In China the services have names of their own: `eks.amazonaws.com.cn`. */
function isOneThatRunsNoCode(service: string): boolean {
  return service.replace(/\.cn$/, "") in servicesThatRunNoCode;
}
