import { text } from "../../fields.ts";
import { service } from "../service.ts";

const within = (type: string, end: string) =>
  `arn:{partition}:organizations::*:${type}/{organization}/${end}`;

/**
 * Accounts and units of an organization, as an inventory walks them. AWS answers the management account and those that
 * it delegated to; to any other account it only describes the organization. The lists begin without a resource. The
 * account in the ARNs is the management account.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_organizations.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_permissions_overview.html
 */
export const organizations = service({
  description: {
    english: "Accounts and units of an organization. The list of accounts cannot be limited.",
    korean: "조직의 계정과 조직 단위(OU). 계정 목록은 범위를 좁힐 수 없음",
  },
  fields: {
    organization: text("the id of an organization, such as o-a1b2c3d4e5", /^o-[a-z0-9]{10,32}$/).meta({
      description: "The organization.",
      examples: ["o-a1b2c3d4e5"],
    }),
  },
  levels: {
    read: [
      [
        [...["organizations:DescribeOrganization", "organizations:ListAccounts"], "organizations:ListRoots"],
        "*",
      ],
      [["organizations:DescribeAccount"], within("account", "*")],
      [["organizations:DescribeOrganizationalUnit"], within("ou", "ou-*")],
      [["organizations:ListParents"], [within("account", "*"), within("ou", "ou-*")]],
      [
        [
          ...["organizations:ListAccountsForParent", "organizations:ListOrganizationalUnitsForParent"],
          "organizations:ListChildren",
        ],
        [within("root", "r-*"), within("ou", "ou-*")],
      ],
      [
        ["organizations:ListTagsForResource"],
        [within("account", "*"), within("root", "r-*"), within("ou", "ou-*")],
      ],
    ],
  },
  examples: [{ organization: "o-a1b2c3d4e5", level: "read" }],
  neighbouringActions: ["organizations:ListPolicies", "organizations:MoveAccount"],
});
