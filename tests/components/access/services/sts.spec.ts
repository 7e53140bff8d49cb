import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "assumes one role",
    entry: { sts: { role: "service/orders-reader", level: "assume" } },
    gives: [allow(["sts:AssumeRole"], ["arn:aws:iam::111122223333:role/service/orders-reader"])],
  },
  {
    name: "assumes a role with its external id alone, and passes the tags that are named",
    entry: {
      sts: {
        role: "arn:aws:iam::222233334444:role/deployer",
        externalId: "acme-ci",
        sessionTags: ["team", "project"],
        level: "assume",
      },
    },
    gives: [
      allow(["sts:AssumeRole"], ["arn:aws:iam::222233334444:role/deployer"], {
        StringEquals: { "sts:ExternalId": ["acme-ci"] },
      }),
      allow(["sts:TagSession"], ["arn:aws:iam::222233334444:role/deployer"], {
        "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "project"] },
      }),
    ],
  },
];

testAccess("sts", cases);
