import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const KEY = "1234abcd-12ab-34cd-56ef-1234567890ab";

const OPEN = ["kms:Decrypt", "kms:DescribeKey"];

const cases: AccessCase[] = [
  {
    name: "pull fetches any repository of the account",
    entry: { codecommit: { repository: "*", level: "pull" } },
    gives: [allow(["codecommit:GitPull"], [`arn:aws:codecommit:${place}:*`])],
  },
  {
    name: "push sends to one repository",
    entry: { codecommit: { repository: "orders", level: "push" } },
    gives: [allow(["codecommit:GitPush"], [`arn:aws:codecommit:${place}:orders`])],
  },
  {
    name: "pullPush does both in each repository that is named",
    entry: {
      codecommit: {
        repository: ["orders", "arn:aws:codecommit:eu-west-1:444455556666:returns"],
        level: "pullPush",
      },
    },
    gives: [
      allow(
        ["codecommit:GitPull", "codecommit:GitPush"],
        [`arn:aws:codecommit:${place}:orders`, "arn:aws:codecommit:eu-west-1:444455556666:returns"],
      ),
    ],
  },
  ...(
    [
      ["pull", "codecommit:GitPull", OPEN],
      [
        "push",
        "codecommit:GitPush",
        [
          ...OPEN,
          ...["kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
          ...["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
        ],
      ],
    ] as const
  ).map(([level, action, uses]): AccessCase => ({
    name: `${level} of a repository with its own key uses the key through CodeCommit alone`,
    entry: { codecommit: { repository: "orders", key: KEY, level } },
    gives: [
      allow([action], [`arn:aws:codecommit:${place}:orders`]),
      allow([...uses], [`arn:aws:kms:${place}:key/${KEY}`], {
        StringEquals: { "kms:ViaService": ["codecommit.eu-central-1.amazonaws.com"] },
      }),
    ],
  })),
];

testAccess("codecommit", cases);
