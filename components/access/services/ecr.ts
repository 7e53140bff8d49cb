import { looksLikeArn, regionalArn } from "../../../iam/arn.ts";
import { allow } from "../../../iam/statement.ts";
import { resource, service } from "../service.ts";

/** A push also reads: the client skips layers and manifests that are there already. */
const BOTH = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage"];

/**
 * Through a pull-through cache rule, the first pull of an image brings it from the other registry.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html
 */
const PULL = ["ecr:GetDownloadUrlForLayer", "ecr:BatchImportUpstreamImage"];

const PUSH = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"];

/**
 * Images of one repository. The login token belongs to the registry, so IAM takes it only on `*`; alone it opens no
 * repository.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export const ecr = service({
  description: {
    english: "Images of a repository, and the token to log in to the registry.",
    korean: "리포지토리의 이미지, 그리고 레지스트리 로그인 토큰",
  },
  fields: {
    repository: resource({
      description: "The repository.",
      noun: "a repository name",
      name: /[a-z0-9]+([._/-]+[a-z0-9]+)*/,
      arn: ["ecr", /repository\/[a-z0-9._/-]+/],
      examples: ["orders", "arn:aws:ecr:eu-central-1:111122223333:repository/orders"],
    }),
  },
  levels: { pull: [], push: [], pullPush: ["pull", "push"] },
  examples: [{ repository: "orders", level: "pull" }],
  statements({ repository, level }, target) {
    const repositories = [
      looksLikeArn(repository) ? repository : regionalArn(target, "ecr", `repository/${repository}`),
    ];
    const login = allow(["ecr:GetAuthorizationToken"], ["*"]);
    switch (level) {
      case "pull":
        return [login, allow([...BOTH, ...PULL], repositories)];
      case "push":
        return [login, allow([...BOTH, ...PUSH], repositories)];
      case "pullPush":
        return [login, allow([...BOTH, ...PULL, ...PUSH], repositories)];
    }
  },
  neighbouringActions: ["ecr:DeleteRepository"],
});
