/** An account has one identity provider for GitHub. Its ARN is known before it is made. */
export const IDENTITY_PROVIDER_HOST = "token.actions.githubusercontent.com";

/** The audience of the tokens that aws-actions/configure-aws-credentials asks GitHub for. */
export const AUDIENCE = "sts.amazonaws.com";

/** What a job does with a stack. */
export type Use = "deploy" | "preview" | "observe";

/**
 * The environment of the repository that the jobs of a use run in. Deployments have the one that is named like the stack. Its
 * rules say who approves and from which branch.
 */
export const environmentOf = (use: Use, stack: string) => (use === "deploy" ? stack : `${use}-${stack}`);

/** Jobs that run in an environment of the repository. */
const environmentSubject = (repository: string, environment: string) =>
  `repo:${repository}:environment:${environment}`;

/**
 * The trust policy of a role that jobs of a repository on GitHub may take, as JSON. The subject is compared whole: a
 * wildcard would let in repositories whose names start alike. A branch or a pull request alone gets no role, since any branch
 * can have a workflow that asks for it, and nobody would have to approve.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export function githubTrustPolicy(
  identityProviderArn: string,
  repository: string,
  environment: string,
): string {
  const Condition = {
    StringEquals: {
      [`${IDENTITY_PROVIDER_HOST}:aud`]: AUDIENCE,
      [`${IDENTITY_PROVIDER_HOST}:sub`]: [environmentSubject(repository, environment)],
    },
  };
  const Principal = { Federated: identityProviderArn };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRoleWithWebIdentity", Condition }],
  });
}
