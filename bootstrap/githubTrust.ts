import { IDENTITY_PROVIDER_HOST } from "./settings.ts";

/** The audience of the tokens that aws-actions/configure-aws-credentials asks GitHub for. */
export const AUDIENCE = "sts.amazonaws.com";

/** Jobs that run in an environment of the repository, whose rules say who approves and from which branch. */
export const environmentSubject = (repository: string, environment: string) =>
  `repo:${repository}:environment:${environment}`;

/** Jobs without environment that run for a branch, be it by push, on schedule or by hand. */
export const branchSubject = (repository: string, branch: string) =>
  `repo:${repository}:ref:refs/heads/${branch}`;

/** Jobs of a pull request. GitHub gives those of a fork no token. */
export const pullRequestSubject = (repository: string) => `repo:${repository}:pull_request`;

/**
 * The trust policy of a role that jobs of a repository on GitHub may take, as JSON. The subjects are compared whole: a
 * wildcard would let in repositories whose names start alike.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export function githubTrustPolicy(identityProviderArn: string, subjects: readonly string[]): string {
  const Condition = {
    StringEquals: {
      [`${IDENTITY_PROVIDER_HOST}:aud`]: AUDIENCE,
      [`${IDENTITY_PROVIDER_HOST}:sub`]: subjects,
    },
  };
  const Principal = { Federated: identityProviderArn };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRoleWithWebIdentity", Condition }],
  });
}
