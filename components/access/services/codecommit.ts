import { service } from "../service.ts";

/** What CodeCommit does with the key of a repository on behalf of whoever fetches from it. */
const OPEN = ["kms:Decrypt", "kms:DescribeKey"];

/** The same for whoever sends to it, who gets what is there already, too. */
const SEAL = [
  ...["kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
  ...["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
];

/**
 * Branches and commits of repositories, by git. CodeCommit uses the key of a repository on behalf of the caller, by name
 * of the actions that the page on encryption lists; without a key of one's own nothing has to be allowed.
 *
 * @see https://docs.aws.amazon.com/codecommit/latest/userguide/auth-and-access-control-permissions-reference.html
 * @see https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html
 */
export const codecommit = service({
  description: { english: "Commits of a CodeCommit repository.", korean: "CodeCommit 리포지토리의 커밋" },
  resources: {
    repository: {
      description: "The repository. `*` stands for any text.",
      noun: "a repository name",
      name: /[\w.*?-]{1,100}/,
      arn: "codecommit:{region}:{account}:{name}",
      example: "orders",
    },
  },
  via: "codecommit",
  levels: {
    pull: [
      [["codecommit:GitPull"], "{repository}"],
      [OPEN, "{key}"],
    ],
    push: [
      [["codecommit:GitPush"], "{repository}"],
      [[...OPEN, ...SEAL], "{key}"],
    ],
    pullPush: ["pull", "push"],
  },
  examples: [
    { repository: "orders", level: "pull" },
    { repository: "orders", key: "alias/orders", level: "pullPush" },
  ],
  neighbouringActions: ["codecommit:DeleteRepository", "codecommit:PutRepositoryTriggers"],
});
