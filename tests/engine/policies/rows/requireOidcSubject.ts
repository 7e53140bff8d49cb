import { document } from "./documents.ts";
import type { PolicyRows } from "./row.ts";

const policy = "require-oidc-subject";
const github = "token.actions.githubusercontent.com";
const role = (values: Readonly<Record<string, string>>) => ({
  type: "aws:iam/role:Role",
  name: "it",
  inputs: {
    assumeRolePolicy: JSON.stringify(
      document({
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
        Condition: { StringLike: values },
      }),
    ),
  },
});

export const requireOidcSubject: PolicyRows = {
  policy,
  rows: [
    {
      name: "denies a trust in every repository of GitHub",
      resources: [role({ [`${github}:aud`]: "sts.amazonaws.com" })],
      finds: [[policy, "mandatory", "it"]],
    },
    { name: "passes a trust in one", resources: [role({ [`${github}:sub`]: "repo:acme/orders:*" })] },
  ],
};
