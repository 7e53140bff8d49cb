import { requireOidcSubject } from "../../../policypack/policies/requireOidcSubject.ts";
import { itJudgesResources, type ResourceCase } from "../cases.ts";
import { unknownText } from "../violations.ts";

const github = "token.actions.githubusercontent.com";
const arnOf = (name: string) => `arn:aws:iam::111122223333:oidc-provider/${name}`;

const trust = (condition: object | undefined, name = github) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: arnOf(name) },
      ...(condition && { Condition: condition }),
    },
  ],
});
const audience = { [`${github}:aud`]: "sts.amazonaws.com" };
const subject = (...values: string[]) => ({ [`${github}:sub`]: values });

const message = (got: string, name = github, claim = "sub") =>
  `subject assumeRolePolicy.Statement[0].Principal.Federated: got every token of ${got}; want the tokens of those who may take the role; add a Condition with StringEquals or StringLike on ${name}:${claim} that names them in full${claim === "sub" ? "; the audience is the same for everybody" : ""}`;

const row = (name: string, assumeRolePolicy: unknown, ...reports: string[]): ResourceCase => ({
  name,
  type: "aws:iam/role:Role",
  props: {
    assumeRolePolicy:
      typeof assumeRolePolicy === "string" ? assumeRolePolicy : JSON.stringify(assumeRolePolicy),
  },
  reports,
});

const eks = "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";

/** Subjects that leave it open who the customer of a provider is. */
const open: readonly (readonly [provider: string, subject: string])[] = [
  ["gitlab.com", "project_path:*:ref_type:branch:ref:main"],
  ["gitlab.com", "project_path:acme*/orders:ref_type:branch:ref:main"],
  ["app.terraform.io", "organization:*:project:shop:workspace:*:run_phase:*"],
  ["app.terraform.io", "organization:acme*"],
  ["agent.buildkite.com", "organization:*:pipeline:deploy:*"],
  [eks.toLowerCase(), "system:*"],
  ["oidc.circleci.com/org/0123", "*/project/4567/*"],
];

const named: readonly (readonly [provider: string, subject: string])[] = [
  ["gitlab.com", "project_path:acme/*:ref_type:branch:ref:main"],
  ["app.terraform.io", "organization:acme:project:*:workspace:shop:run_phase:*"],
  ["agent.buildkite.com", "organization:acme:*"],
  [eks.toLowerCase(), "system:serviceaccount:shop:*"],
  ["oidc.circleci.com/org/0123", "org/0123/project/4567/user/*"],
];

const cognito = "cognito-identity.amazonaws.com";
/** The trust of a provider whose name IAM knows. */
const builtIn = (name: string, condition: object | undefined) => {
  const written = trust(condition);
  return {
    ...written,
    Statement: written.Statement.map((one) => ({ ...one, Principal: { Federated: name } })),
  };
};

const cases: ResourceCase[] = [
  row(
    "passes a repository and branch",
    trust({ StringEquals: { ...audience, ...subject("repo:acme/orders:ref:refs/heads/main") } }),
  ),
  row("passes the repositories of an owner", trust({ StringLike: subject("repo:acme/*") })),
  row(
    "passes a key in another case",
    trust({ stringlike: { [`${github.toUpperCase()}:SUB`]: "repo:acme/*" } }),
  ),
  row("passes some of several values", trust({ "ForAnyValue:StringLike": subject("repo:acme/*") })),
  row(
    "passes a service account of EKS",
    trust({ StringEquals: { [`${eks.toLowerCase()}:sub`]: "system:serviceaccount:shop:api" } }, eks),
  ),
  row("passes the trust of a service", {
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
  }),
  row("passes SAML, whose provider is the organization's own", {
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRoleWithSAML",
        Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/okta" },
      },
    ],
  }),
  row("passes a Deny", {
    Statement: [
      { Effect: "Deny", Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: arnOf(github) } },
    ],
  }),
  row("passes what a preview cannot know", unknownText),
  row("passes a subject that a preview cannot know", trust({ StringEquals: subject(unknownText) })),
  row("denies no Condition", trust(undefined), message(github)),
  row("denies an audience alone", trust({ StringEquals: audience }), message(github)),
  row(
    "denies another provider's subject",
    trust({ StringEquals: { "gitlab.com:sub": "project_path:acme/orders:*" } }),
    message(github),
  ),
  row("denies a negated operator", trust({ StringNotLike: subject("repo:evil/*") }), message(github)),
  row("denies IfExists", trust({ StringLikeIfExists: subject("repo:acme/*") }), message(github)),
  row(
    "denies ForAllValues, which holds without the key",
    trust({ "ForAllValues:StringLike": subject("repo:acme/*") }),
    message(github),
  ),
  row("denies Null", trust({ Null: { [`${github}:sub`]: "false" } }), message(github)),
  ...[
    "*",
    "repo:*",
    "repo:*/orders:*",
    "repo:?cme/*",
    "repo:acme*",
    "repo:ac?e*/orders:*",
    "re*:acme/*",
    " * ",
  ].map((value) =>
    row(
      `denies the subject ${JSON.stringify(value)}`,
      trust({ StringLike: { ...audience, ...subject(value) } }),
      message(`${github} whose subject is like ${JSON.stringify(value)}`),
    ),
  ),
  row(
    "denies an open subject beside a narrow one",
    trust({ StringLike: subject("repo:acme/*", "repo:*") }),
    message(`${github} whose subject is like "repo:*"`),
  ),
  row(
    "denies every service account of EKS",
    trust({ StringLike: { [`${eks}:sub`]: "system:serviceaccount:*" } }, eks),
    message(`${eks.toLowerCase()} whose subject is like "system:serviceaccount:*"`, eks.toLowerCase()),
  ),
  ...open.map(([name, value]) =>
    row(
      `denies ${value} of ${name}, where a customer is not named in full`,
      trust({ StringLike: { [`${name}:sub`]: value, [`${name}:aud`]: "sts.amazonaws.com" } }, name),
      message(`${name} whose subject is like "${value}"`, name),
    ),
  ),
  ...named.map(([name, value]) =>
    row(`passes ${value} of ${name}`, trust({ StringLike: { [`${name}:sub`]: value } }, name)),
  ),
  row(
    "passes the audience of Pulumi Cloud, which every organization has of its own",
    trust({ StringEquals: { "api.pulumi.com/oidc:aud": "aws:acme" } }, "api.pulumi.com/oidc"),
  ),
  row(
    "denies any audience there",
    trust({ StringLike: { "api.pulumi.com/oidc:aud": "aws:*" } }, "api.pulumi.com/oidc"),
    message('api.pulumi.com/oidc whose audience is like "aws:*"', "api.pulumi.com/oidc", "aud"),
  ),
  row(
    "passes an identity pool of Amazon Cognito",
    builtIn(cognito, {
      StringEquals: { [`${cognito}:aud`]: "eu-central-1:00000000-0000-0000-0000-000000000000" },
      "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" },
    }),
  ),
  row(
    "denies every identity pool of Amazon Cognito",
    builtIn(cognito, { "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" } }),
    message(cognito, cognito, "aud"),
  ),
  row(
    "passes an application of Google",
    builtIn("accounts.google.com", { StringEquals: { "accounts.google.com:aud": "orders" } }),
  ),
  row(
    "denies every application of Facebook",
    builtIn("graph.facebook.com", undefined),
    message("graph.facebook.com", "graph.facebook.com", "app_id"),
  ),
  {
    name: "denies the same of the Cloud Control provider",
    type: "aws-native:iam:Role",
    props: { assumeRolePolicyDocument: trust({ StringEquals: audience }) },
    reports: [message(github).replace("assumeRolePolicy", "assumeRolePolicyDocument")],
  },
];

describe("require-oidc-subject", () => {
  itJudgesResources(requireOidcSubject, cases);
});
