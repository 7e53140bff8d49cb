import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "connects to a cluster as a user",
    entry: { memorydb: { cluster: "orders", user: "orders-app", level: "connect" } },
    gives: [
      allow(
        ["memorydb:Connect"],
        [`arn:aws:memorydb:${place}:cluster/orders`, `arn:aws:memorydb:${place}:user/orders-app`],
      ),
    ],
  },
];

testAccess("memorydb", cases);
