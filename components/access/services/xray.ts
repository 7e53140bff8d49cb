import { service } from "../service.ts";

/**
 * Traces. They belong to the account, so that IAM takes all of these actions only on `*`. A program that writes asks for
 * the sampling rules first, which say what it shall trace.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_xray.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSXRayDaemonWriteAccess.html
 */
export const xray = service({
  description: {
    english: "Traces of X-Ray, which are all of the account: they cannot be limited.",
    korean: "X-Ray의 트레이스. 계정 전체의 것이라 범위를 좁힐 수 없음",
  },
  levels: {
    read: [
      [
        [
          ...["xray:GetTraceSummaries", "xray:BatchGetTraces", "xray:GetTraceGraph", "xray:GetServiceGraph"],
          ...["xray:GetTimeSeriesServiceStatistics", "xray:GetGroups"],
          ...["xray:GetInsightSummaries", "xray:GetInsight"],
        ],
        "*",
      ],
    ],
    write: [
      [
        [
          ...["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
          ...["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries"],
        ],
        "*",
      ],
    ],
  },
  examples: [{ level: "write" }],
  neighbouringActions: ["xray:UpdateSamplingRule", "xray:PutEncryptionConfig"],
  // https://docs.aws.amazon.com/xray/latest/devguide/xray-api-cloudtrail.html
  dataEvents: ["xray:PutTraceSegments"],
});
