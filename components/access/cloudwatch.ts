import type { AccessGrants } from "../config/accessSchema.ts";
import { allow, type Statement } from "../../iam/statement.ts";

const READ = ["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"];

/**
 * Metrics. They have no ARN, so the resource is `*`; a condition limits writes to one namespace, and nothing can limit
 * reads.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
 */
export function cloudwatchStatements({ namespace, level }: AccessGrants["cloudwatch"]): Statement[] {
  if (level === "read") return [allow(READ, ["*"])];
  // The schema asks for a namespace at this level. An empty one matches no metric, so that a slip cannot widen this.
  const condition = { StringEquals: { "cloudwatch:namespace": [namespace ?? ""] } };
  return [allow(["cloudwatch:PutMetricData"], ["*"], condition)];
}
