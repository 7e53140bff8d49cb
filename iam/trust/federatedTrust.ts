import { operatorOf } from "../conditions/operators.ts";
import type { ConditionTest, Pattern } from "../document/policyStatement.ts";
import type { ReadDocument } from "../document/readDocument.ts";
import { UNKNOWN } from "../document/unknownValue.ts";

/** An OpenID Connect provider that a trust policy lets in. */
export interface TrustedProvider {
  readonly at: string;
  /** As condition keys have it: `token.actions.githubusercontent.com`. */
  readonly name: string;
  /** The claim that says whose token it is: `sub`, or `aud` where every customer of the provider has one of its own. */
  readonly claim: string;
  /** The values of the claim that are let in, as far as they leave it open whose token it is. @default - none is said */
  readonly openValues: readonly string[];
  /** Whether the statement says whose tokens are let in. */
  readonly limited: boolean;
}

/**
 * The OpenID Connect providers of the Allow statements of a trust policy. Everybody who uses such a provider gets a token of
 * it, and with most may choose the audience: only the subject says whose it is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export function trustedProviders({ statements }: ReadDocument): TrustedProvider[] {
  return statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ principals, conditions }) =>
      principals.flatMap((principal) => {
        const name = providerName(principal.value);
        if (name === undefined || principal.kind.toLowerCase() !== "federated") return [];
        const { claims = ["sub"], field } = known[name] ?? {};
        const tests = conditions.filter((condition) =>
          claims.some((claim) => limits(condition, `${name}:${claim}`)),
        );
        const isOpen = (value: Pattern) => (known[name] ? isOpenValue(value, field) : isOpenSubject(value));
        const openValues = tests.flatMap(({ values }) => values.filter(isOpen));
        const limited = tests.some(({ values }) => !values.some(isOpen));
        const [claim = "sub"] = claims;
        return [{ at: principal.at, name, claim, openValues: openValues.map(String), limited }];
      }),
    );
}

/** The provider's name; undefined for a SAML provider, and for whatever is unknown yet. */
function providerName(principal: Pattern): string | undefined {
  if (principal === UNKNOWN) return undefined;
  const text = principal.trim().toLowerCase();
  if (builtIn.has(text)) return text;
  return /^arn:[^:]*:iam::[^:]*:oidc-provider\/(.+)$/.exec(text)?.[1];
}

/** A negated operator lets in all others, and one that holds without the key lets in whoever has none. */
function limits({ operator, key }: ConditionTest, wanted: string): boolean {
  const written = operatorOf(operator);
  return (
    key.toLowerCase() === wanted &&
    written?.type === "text" &&
    !written.negated &&
    !written.ifExists &&
    written.quantifier !== "all"
  );
}

/** Providers of which IAM knows the names, and roles may trust them by these. */
const builtIn = new Set([
  "accounts.google.com",
  "cognito-identity.amazonaws.com",
  "graph.facebook.com",
  "www.amazon.com",
]);

interface SharedProvider {
  /** The claims that say whose token it is, the one that is meant for that first. @default `sub` */
  readonly claims?: readonly string[];
  /** What stands in the claim before the name of the customer, who has to be named in full. */
  readonly field?: RegExp;
}

/**
 * Providers that many customers share.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const known: Readonly<Record<string, SharedProvider>> = {
  "token.actions.githubusercontent.com": { field: /^repo(?:sitory_owner|_id|sitory_owner_id)?:/i },
  "gitlab.com": { field: /^project_path:/i },
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
  "app.terraform.io": { field: /^organization:/i },
  // https://buildkite.com/docs/pipelines/security/oidc/aws
  "agent.buildkite.com": { field: /^organization:/i },
  // https://www.pulumi.com/docs/esc/guides/configuring-oidc/aws/
  "api.pulumi.com/oidc": { claims: ["aud", "sub"], field: /^aws:/i },
  // https://vercel.com/docs/oidc/reference
  "oidc.vercel.com": { claims: ["aud", "sub"], field: /^https:\/\/vercel\.com\//i },
  "cognito-identity.amazonaws.com": { claims: ["aud", "sub"] },
  "accounts.google.com": { claims: ["aud", "oaud", "sub"] },
  "graph.facebook.com": { claims: ["app_id", "id"] },
  "www.amazon.com": { claims: ["app_id", "user_id"] },
};

/** Whether a value leaves it open who the customer is: whoever likes can call himself `acme-2` where `acme*` is let in. */
function isOpenValue(value: Pattern, field: RegExp = /^/): boolean {
  return value !== UNKNOWN && /^[^/:]*[*?]/.test(value.trim().replace(field, ""));
}

/** The same of a provider that may be an organization's own, as each cluster of Kubernetes is one. */
function isOpenSubject(value: Pattern): boolean {
  return value !== UNKNOWN && /^(?:system:[^:]*|system:serviceaccount:)?[*?]/i.test(value.trim());
}
