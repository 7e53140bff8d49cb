import { service } from "../service.ts";

/**
 * Branches and commits of repositories, by git.
 *
 * @see https://docs.aws.amazon.com/codecommit/latest/userguide/auth-and-access-control-permissions-reference.html
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
  levels: {
    pull: [[["codecommit:GitPull"], "{repository}"]],
    push: [[["codecommit:GitPush"], "{repository}"]],
    pullPush: ["pull", "push"],
  },
  examples: [{ repository: "orders", level: "pull" }],
  neighbouringActions: ["codecommit:DeleteRepository", "codecommit:PutRepositoryTriggers"],
});
