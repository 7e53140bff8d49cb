import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "write is limited to its namespace by a condition",
    entry: { cloudwatch: { namespace: "Shop/Orders", level: "write" } },
    gives: [
      allow(["cloudwatch:PutMetricData"], ["*"], {
        StringEquals: { "cloudwatch:namespace": ["Shop/Orders"] },
      }),
    ],
  },
  {
    name: "read is over all metrics",
    entry: { cloudwatch: { level: "read" } },
    gives: [
      allow(["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"], ["*"]),
    ],
  },
];

testAccess("cloudwatch", cases);
