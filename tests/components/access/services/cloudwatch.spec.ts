import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

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
  {
    name: "write to several namespaces, one with a space",
    entry: { cloudwatch: { namespace: ["Kafka Connect", "Orders/Api"], level: "write" } },
    gives: [
      allow(["cloudwatch:PutMetricData"], ["*"], {
        StringEquals: { "cloudwatch:namespace": ["Kafka Connect", "Orders/Api"] },
      }),
    ],
  },
  ...Object.entries({
    readAlarms: ["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"],
    muteAlarms: ["cloudwatch:DisableAlarmActions", "cloudwatch:EnableAlarmActions"],
    setAlarms: ["cloudwatch:SetAlarmState"],
  }).map(([level, actions]) => ({
    name: `${level} reaches the alarm that is named`,
    entry: { cloudwatch: { alarm: "orders-late", level } } as AccessCase["entry"],
    gives: [allow(actions, [`arn:aws:cloudwatch:${place}:alarm:orders-late`])],
  })),
];

testAccess("cloudwatch", cases);
