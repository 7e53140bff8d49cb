import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "joins one cluster",
    entry: { eksNode: { cluster: "orders", level: "join" } },
    gives: [
      allow(["eks:DescribeCluster"], [`arn:aws:eks:${place}:cluster/orders`]),
      allow(["ec2:DescribeInstances", "ec2:DescribeInstanceTypes"], ["*"]),
    ],
  },
];

testAccess("eksNode", cases);
