import { operatorOf } from "../conditions/operators.ts";
import type { ConditionTest, Pattern } from "../document/policyStatement.ts";
import type { ReadDocument } from "../document/readDocument.ts";
import { UNKNOWN } from "../document/unknownValue.ts";

/** An OpenID Connect provider that a trust policy lets in. */
export interface TrustedProvider {
  readonly at: string;
  /** As condition keys have it: `token.actions.githubusercontent.com`. */
  readonly name: string;
  /** The values of its `sub` that are let in, as far as they leave it open whose token it is. @default - none is said */
  readonly openSubjects: readonly string[];
  /** Whether the statement says whose tokens are let in. */
  readonly limited: boolean;
}

/**
 * The OpenID Connect providers of the Allow statements of a trust policy. Everybody who uses such a provider gets a token of
 * it, and most may choose the audience: only the subject says whose it is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export function trustedProviders({ statements }: ReadDocument): TrustedProvider[] {
  return statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ principals, conditions }) =>
      principals.flatMap((principal) => {
        const name = providerName(principal.value);
        if (name === undefined || principal.kind.toLowerCase() !== "federated") return [];
        const tests = conditions.filter((condition) => limitsSubject(condition, name));
        const openSubjects = tests.flatMap(({ values }) =>
          values.filter((value) => isOpenSubject(name, value)),
        );
        const limited = tests.some(({ values }) => !values.some((value) => isOpenSubject(name, value)));
        return [{ at: principal.at, name, openSubjects: openSubjects.map(String), limited }];
      }),
    );
}

function providerName(principal: Pattern): string | undefined {
  if (principal === UNKNOWN) return undefined;
  return /^arn:[^:]*:iam::[^:]*:oidc-provider\/(.+)$/i.exec(principal.trim())?.[1]?.toLowerCase();
}

/** A negated operator lets in all others, and one that holds without the key lets in whoever has none. */
function limitsSubject({ operator, key }: ConditionTest, provider: string): boolean {
  const known = operatorOf(operator);
  return (
    key.toLowerCase() === `${provider}:sub` &&
    known?.type === "text" &&
    !known.negated &&
    !known.ifExists &&
    known.quantifier !== "all"
  );
}

/** What stands in a subject before the part that says whose it is. */
const prefixes: Readonly<Record<string, RegExp>> = {
  "token.actions.githubusercontent.com": /^repo(?:sitory_owner|_id|sitory_owner_id)?:/i,
  "gitlab.com": /^project_path:/i,
};

function isOpenSubject(provider: string, value: Pattern): boolean {
  if (value === UNKNOWN) return false;
  return /^[*?]/.test(value.trim().replace(prefixes[provider] ?? /^system:serviceaccount:/i, ""));
}
