import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "write makes streams but no group",
    entry: { logs: { logGroup: "/orders", level: "write" } },
    gives: [
      allow(["logs:DescribeLogStreams"], [`arn:aws:logs:${place}:log-group:/orders:*`]),
      allow(
        ["logs:CreateLogStream", "logs:PutLogEvents"],
        [`arn:aws:logs:${place}:log-group:/orders:log-stream:*`],
      ),
    ],
  },
  {
    name: "read by ARN takes the form with and without the trailing star",
    entry: { logs: { logGroup: `arn:aws:logs:${place}:log-group:/orders:*`, level: "read" } },
    gives: [
      allow(
        ["logs:DescribeLogStreams", "logs:FilterLogEvents"],
        [`arn:aws:logs:${place}:log-group:/orders:*`],
      ),
      allow(["logs:GetLogEvents"], [`arn:aws:logs:${place}:log-group:/orders:log-stream:*`]),
    ],
  },
  {
    name: "readWrite is both",
    entry: { logs: { logGroup: "/orders", level: "readWrite" } },
    gives: [
      allow(
        ["logs:DescribeLogStreams", "logs:FilterLogEvents"],
        [`arn:aws:logs:${place}:log-group:/orders:*`],
      ),
      allow(
        ["logs:GetLogEvents", "logs:CreateLogStream", "logs:PutLogEvents"],
        [`arn:aws:logs:${place}:log-group:/orders:log-stream:*`],
      ),
    ],
  },
  {
    name: "create makes the group and sets how long it keeps events",
    entry: { logs: { logGroup: "/orders", level: "create" } },
    gives: [
      allow(
        ["logs:CreateLogGroup", "logs:PutRetentionPolicy"],
        [`arn:aws:logs:${place}:log-group:/orders:*`],
      ),
    ],
  },
  {
    name: "createWrite is create and write",
    entry: { logs: { logGroup: "/orders", level: "createWrite" } },
    gives: [
      allow(
        ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:DescribeLogStreams"],
        [`arn:aws:logs:${place}:log-group:/orders:*`],
      ),
      allow(
        ["logs:CreateLogStream", "logs:PutLogEvents"],
        [`arn:aws:logs:${place}:log-group:/orders:log-stream:*`],
      ),
    ],
  },
];

testAccess("logs", cases);
