import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "connects to a replication group as a user",
    entry: { elasticache: { cache: "replicationgroup:orders", user: "orders-app", level: "connect" } },
    gives: [
      allow(
        ["elasticache:Connect"],
        [
          `arn:aws:elasticache:${place}:replicationgroup:orders`,
          `arn:aws:elasticache:${place}:user:orders-app`,
        ],
      ),
    ],
  },
  {
    name: "connects to a serverless cache as a user",
    entry: { elasticache: { cache: "serverlesscache:orders", user: "orders-app", level: "connect" } },
    gives: [
      allow(
        ["elasticache:Connect"],
        [
          `arn:aws:elasticache:${place}:serverlesscache:orders`,
          `arn:aws:elasticache:${place}:user:orders-app`,
        ],
      ),
    ],
  },
];

testAccess("elasticache", cases);
