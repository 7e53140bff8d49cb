import { allow } from "../../../iam/statement.ts";
import { problem, text } from "../../fields.ts";
import { service } from "../service.ts";

const READ = ["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"];

const WRITE = ["cloudwatch:PutMetricData"];

/**
 * Metrics. They have no ARN, so the resource is `*`; a condition limits writes to one namespace, and nothing can limit
 * reads.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace
 */
export const cloudwatch = service({
  description: { english: "Metrics of CloudWatch.", korean: "CloudWatch의 지표" },
  fields: {
    namespace: text("a metric namespace, such as Orders/Api", /^(?=.*\S)[\w.#/: -]{1,255}$/)
      .meta({
        description:
          "The only namespace that metrics may be written to; not for read, since CloudWatch cannot limit reads to one.",
        examples: ["Orders/Api"],
      })
      .optional(),
  },
  names: { english: "`namespace` for `write`", korean: "`write`에는 `namespace`" },
  levels: { read: [], write: [] },
  refine({ namespace, level }, issues) {
    if (level === "write" && namespace === undefined) {
      issues.addIssue(problem("missing, want the namespace that may be written to", ["namespace"]));
    }
    if (level === "read" && namespace !== undefined) {
      issues.addIssue(
        problem("does nothing at level read, since CloudWatch cannot limit reads to a namespace; remove it", [
          "namespace",
        ]),
      );
    }
  },
  examples: [{ namespace: "Orders/Api", level: "write" }, { level: "read" }],
  statements({ namespace, level }) {
    if (level === "read") return [allow(READ, ["*"])];
    // The schema asks for a namespace at this level. An empty one matches no metric, so that a slip cannot widen this.
    return [allow(WRITE, ["*"], { StringEquals: { "cloudwatch:namespace": [namespace ?? ""] } })];
  },
  neighbouringActions: ["cloudwatch:DeleteAlarms"],
  dataEvents: WRITE,
});
