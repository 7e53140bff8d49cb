import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "connects as a user of a cluster, and through a proxy",
    entry: {
      rdsIam: {
        user: ["cluster-ABCDEFGHIJKL01234/orders", "prx-0123456789abcdef0/orders"],
        level: "connect",
      },
    },
    gives: [
      allow(
        ["rds-db:connect"],
        [
          `arn:aws:rds-db:${place}:dbuser:cluster-ABCDEFGHIJKL01234/orders`,
          `arn:aws:rds-db:${place}:dbuser:prx-0123456789abcdef0/orders`,
        ],
      ),
    ],
  },
];

testAccess("rdsIam", cases);
