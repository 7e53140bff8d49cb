import { trustedProviders } from "../../iam/trust/federatedTrust.ts";
import { shownPatterns } from "../../iam/document/shownPatterns.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { trustPaths, trustPolicy } from "../stack/trustPolicies.ts";

function* findOpenFederations(resource: Resource): Generator<Finding> {
  const trust = trustPolicy(resource);
  if (trust === undefined) return;
  for (const { at, name, claim, openValues, limited } of trustedProviders(trust.document)) {
    if (limited) continue;
    const open =
      openValues.length > 0 ? ` whose ${claimName(claim)} is like ${shownPatterns(openValues)}` : "";
    const more = claim === "sub" ? "; the audience is the same for everybody" : "";
    yield {
      at,
      got: `every token of ${name}${open}`,
      want: "the tokens of those who may take the role",
      fix: `add a Condition with StringEquals or StringLike on ${name}:${claim} that names them in full${more}`,
    };
  }
}

const claimName = (claim: string) => ({ sub: "subject", aud: "audience" })[claim] ?? claim;

export const requireOidcSubject: PackPolicy = inEveryNotation({
  name: "require-oidc-subject",
  displayName: "OpenID Connect trust names its subjects",
  description:
    "A role that trusts an OpenID Connect provider must say whose tokens it takes: everybody who uses the provider has some.",
  enforcementLevel: "mandatory",
  severity: "critical",
  tags: ["iam", "trust", "oidc"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  remediationSteps:
    "Add a Condition on the provider's sub, such as repo:acme/orders:ref:refs/heads/main under token.actions.githubusercontent.com:sub; with Amazon Cognito, on its aud.",
  types: Object.keys(trustPaths),
  checkResource: findOpenFederations,
});
