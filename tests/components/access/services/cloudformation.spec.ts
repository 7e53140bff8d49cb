import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const READ = [
  ...["cloudformation:DescribeStacks", "cloudformation:DescribeStackResource"],
  ...["cloudformation:DescribeStackResources", "cloudformation:ListStackResources"],
];

const cases: AccessCase[] = [
  {
    name: "read is of a stack of that name, whenever it was made",
    entry: { cloudformation: { stack: "orders", level: "read" } },
    gives: [allow(READ, [`arn:aws:cloudformation:${place}:stack/orders/*`])],
  },
  {
    name: "signal tells one stack of success",
    entry: {
      cloudformation: {
        stack:
          "arn:aws:cloudformation:eu-west-1:444455556666:stack/orders/0a1b2c3d-0000-11ef-8000-0a1b2c3d4e5f",
        level: "signal",
      },
    },
    gives: [
      allow(
        ["cloudformation:SignalResource"],
        ["arn:aws:cloudformation:eu-west-1:444455556666:stack/orders/0a1b2c3d-0000-11ef-8000-0a1b2c3d4e5f"],
      ),
    ],
  },
  {
    name: "readSignal does both",
    entry: { cloudformation: { stack: "orders", level: "readSignal" } },
    gives: [
      allow([...READ, "cloudformation:SignalResource"], [`arn:aws:cloudformation:${place}:stack/orders/*`]),
    ],
  },
];

testAccess("cloudformation", cases);
