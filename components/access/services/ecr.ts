import { service } from "../service.ts";

/** The token belongs to the registry, so IAM takes it only on `*`; alone it opens no repository. */
const LOGIN = ["ecr:GetAuthorizationToken"];

/** A push also reads: the client skips layers and manifests that are there already. */
const BOTH = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage"];

const PUSH = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"];

/**
 * Images of repositories. Through a pull-through cache rule, the first pull of an image brings it from the other
 * registry, and that of a new repository makes the repository, which only `pullThrough` allows.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html
 */
export const ecr = service({
  description: {
    english: "Images of a repository, and the token to log in to the registry, which cannot be limited.",
    korean: "리포지토리의 이미지, 그리고 레지스트리 로그인 토큰(제한할 수 없음)",
  },
  resources: {
    repository: {
      description:
        "The repository, those under a path such as team/*, or to pull and list, * for all of the account.",
      noun: "a repository name, a pattern such as team/*,",
      name: /\*|[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?:[._/-]*\*)?/,
      arn: "ecr:{region}:{account}:repository/{name}",
      arnResource: /repository\/(?:\*|[a-z0-9._/-]+\*?)/,
      example: "orders",
    },
  },
  levels: {
    pull: [
      [LOGIN, "*"],
      [[...BOTH, "ecr:GetDownloadUrlForLayer", "ecr:BatchImportUpstreamImage"], "{repository}"],
    ],
    push: [
      [LOGIN, "*"],
      [[...BOTH, ...PUSH], "{repository}"],
    ],
    pullPush: ["pull", "push"],
    pullThrough: ["pull", [["ecr:CreateRepository"], "{repository}"]],
    list: [[["ecr:DescribeRepositories", "ecr:ListImages", "ecr:DescribeImages"], "{repository}"]],
  },
  refine({ repository, level }, issues) {
    if (level === "pull" || level === "list") return;
    const every = [repository].flat().find((name) => /^(?:arn:.*:repository\/)?\*$/.test(name));
    if (every === undefined) return;
    const want = "names or a path such as team/*, for only pull and list reach every repository";
    issues.addIssue({ code: "custom", message: want, path: ["repository"], params: { shown: every } });
  },
  examples: [
    { repository: "orders", level: "pull" },
    { repository: "team/*", level: "push" },
  ],
  neighbouringActions: ["ecr:DeleteRepository", "ecr:BatchDeleteImage", "ecr:SetRepositoryPolicy"],
});
