import { z } from "zod";
import { servicesWithinBoundary } from "../components/access/actions.ts";
import type { AccessService } from "../components/access/index.ts";
import { environmentOf, IDENTITY_PROVIDER_HOST } from "./githubTrust.ts";

/** What an account decides about the roles that its workflows and workloads get. */
export interface Settings {
  /**
   * As the tokens of GitHub name it: `owner/name`, or `owner@123/name@456` where subjects are immutable, which is the default
   * of repositories that were made since the summer of 2026.
   *
   * @see https://docs.github.com/en/actions/reference/openid-connect-reference#immutable-subject-claims
   */
  readonly repository: string;
  /** Stacks of this account. Each gets roles of its own. */
  readonly stacks: readonly string[];
  /** The ARN of a GitHub identity provider that the account has already. @default - one is made */
  readonly identityProviderArn?: string | undefined;
  /** Services of `access` whose words workloads may use. @default - the common ones, such as s3 and sqs */
  readonly boundaryServices?: readonly AccessService[] | undefined;
  /** Actions that workloads may get beside those of the services. @default none */
  readonly boundaryActions: readonly string[];
  /** ARNs of roles that workloads may assume; `*` as in a policy. @default none */
  readonly boundaryRoles: readonly string[];
  /** The bucket of Pulumi's state. @default - the state is in Pulumi Cloud */
  readonly stateBucket?: string | undefined;
  /** The ARN of the KMS key that guards the secrets in the state. @default - another secrets provider */
  readonly stateKeyArn?: string | undefined;
}

const matching = (pattern: RegExp, want: string) => z.string({ error: want }).regex(pattern, { error: want });

const listOf = (item: z.ZodString, want: string) => z.array(item, { error: want });

const stack = matching(/^[\w.-]{1,100}$/, "the name of a stack");

const action = matching(/^[a-z0-9-]+:[A-Za-z]+\*?$/, "an action such as pricing:GetProducts");

const accessService = z.enum(servicesWithinBoundary(), {
  error: `one of ${servicesWithinBoundary().join(", ")}`,
});

const role = matching(/^arn:[\w-]+:iam::(\d{12}|\*):role\/.*[\w+=,.@-]/, "the ARN of a role, not of all");

/** A stack whose environment is also that of another stack's previews would lend its jobs to them. GitHub ignores case. */
function sharedEnvironments(stacks: readonly string[], context: z.RefinementCtx): void {
  for (const use of ["preview", "observe"] as const)
    for (const of of stacks) {
      const environment = environmentOf(use, of);
      const index = stacks.findIndex((stack) => stack.toLowerCase() === environment.toLowerCase());
      if (index >= 0)
        context.addIssue({
          code: "custom",
          path: [index],
          message: `another name: the environment ${environment} is that of the stack ${of}`,
        });
    }
}

const schema = z.strictObject({
  repository: matching(
    /^[\w.-]+(@\d+)?\/[\w.-]+(@\d+)?$/,
    "the repository on GitHub as owner/name or owner@123/name@456",
  ),
  stacks: listOf(stack, "a list of stacks")
    .min(1, { error: "at least one stack" })
    .superRefine(sharedEnvironments),
  identityProviderArn: matching(
    /^arn:[\w-]+:iam::\d{12}:oidc-provider\/token\.actions\.githubusercontent\.com$/,
    `the ARN of the identity provider ${IDENTITY_PROVIDER_HOST}`,
  ).optional(),
  boundaryServices: z.array(accessService, { error: "a list of services of access" }).optional(),
  boundaryActions: listOf(action, "a list of actions").default([]),
  boundaryRoles: listOf(role, "a list of ARNs of roles").default([]),
  stateBucket: matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket").optional(),
  stateKeyArn: matching(
    /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/,
    "the ARN of a KMS key, not of an alias",
  ).optional(),
});

/** Every key of the configuration. */
export const SETTING_KEYS = Object.keys(schema.shape) as (keyof Settings)[];

/** The settings, or what is wrong with them, one sentence for each mistake. */
export function parseSettings(raw: Readonly<Record<string, unknown>>): Settings | { errors: string[] } {
  const { data, error } = schema.safeParse(raw);
  if (data) return data;
  const errors = error.issues.map(({ path, message }) => {
    const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], raw);
    return `${path.join(".")}: got ${value === undefined ? "nothing" : JSON.stringify(value)}, want ${message}`;
  });
  return { errors };
}
