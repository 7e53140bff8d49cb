import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const account = "arn:aws:organizations::*:account/o-a1b2c3d4e5/*";
const unit = "arn:aws:organizations::*:ou/o-a1b2c3d4e5/ou-*";
const root = "arn:aws:organizations::*:root/o-a1b2c3d4e5/r-*";

const cases: AccessCase[] = [
  {
    name: "read walks accounts and units of one organization, whichever account manages it",
    entry: { organizations: { organization: "o-a1b2c3d4e5", level: "read" } },
    gives: [
      allow(
        ["organizations:DescribeOrganization", "organizations:ListAccounts", "organizations:ListRoots"],
        ["*"],
      ),
      allow(["organizations:DescribeAccount"], [account]),
      allow(["organizations:DescribeOrganizationalUnit"], [unit]),
      allow(["organizations:ListParents"], [account, unit]),
      allow(
        [
          ...["organizations:ListAccountsForParent", "organizations:ListOrganizationalUnitsForParent"],
          "organizations:ListChildren",
        ],
        [root, unit],
      ),
      allow(["organizations:ListTagsForResource"], [account, root, unit]),
    ],
  },
];

testAccess("organizations", cases);
