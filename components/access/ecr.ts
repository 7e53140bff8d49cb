import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, regionalArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

/** A push also reads: the client skips layers and manifests that are there already. */
const BOTH = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage"];

const PULL = ["ecr:GetDownloadUrlForLayer"];

const PUSH = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"];

/**
 * Images of one repository. The login token belongs to the registry, so IAM takes it only on `*`; alone it opens no
 * repository.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export function ecrStatements({ repository, level }: AccessGrants["ecr"], target: Target): Statement[] {
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
}
