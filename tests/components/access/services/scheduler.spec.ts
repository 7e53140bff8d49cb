import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "reads a schedule",
    entry: { scheduler: { schedule: "default/orders", level: "read" } },
    gives: [
      allow(["scheduler:GetSchedule"], [`arn:aws:scheduler:${place}:schedule/default/orders`]),
      allow(["scheduler:ListSchedules"], ["*"]),
    ],
  },
  {
    name: "deletes a schedule",
    entry: { scheduler: { schedule: "default/orders", level: "delete" } },
    gives: [allow(["scheduler:DeleteSchedule"], [`arn:aws:scheduler:${place}:schedule/default/orders`])],
  },
];

testAccess("scheduler", cases);
