import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "write sends segments, and asks what to trace",
    entry: { xray: { level: "write" } },
    gives: [
      allow(
        [
          ...["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
          ...["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries"],
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "read is of all traces",
    entry: { xray: { level: "read" } },
    gives: [
      allow(
        [
          ...["xray:GetTraceSummaries", "xray:BatchGetTraces", "xray:GetTraceGraph", "xray:GetServiceGraph"],
          ...["xray:GetTimeSeriesServiceStatistics", "xray:GetGroups"],
          ...["xray:GetInsightSummaries", "xray:GetInsight"],
        ],
        ["*"],
      ),
    ],
  },
];

testAccess("xray", cases);
