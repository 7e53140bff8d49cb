import { z } from "zod";
import { accessEntry } from "../access/accessEntry.ts";
import { attachTo } from "./attachToSchema.ts";
import { listOf, map, nameOrArn, text, wholeNumber } from "../fields.ts";
import { DESCRIPTION, descriptionProblem } from "./description.ts";
import { launch } from "./launchSchema.ts";
import { statement } from "./statementSchema.ts";
import { ownTagKey, wantedTagKey, wantedTagValue } from "./tags.ts";

/** The form of a workload's name: the logical name of its resources and the end of their physical names. */
export const WORKLOAD_NAME = /^[a-z][a-z0-9-]{0,31}$/;

const POLICY_NAME = String.raw`([\w+=,.@-]+\/)*[\w+=,.@-]{1,128}`;

const permissionsBoundary = nameOrArn(
  "the name of a policy of this account or an ARN like arn:aws:iam::111122223333:policy/boundary",
  new RegExp(POLICY_NAME),
  "iam",
  new RegExp(`policy/${POLICY_NAME}`),
);

const managedPolicy = nameOrArn(
  "an AWS-managed policy name, account:<name> or an ARN like arn:aws:iam::aws:policy/ReadOnlyAccess",
  new RegExp(`(account:)?${POLICY_NAME}`),
  "iam",
  new RegExp(`policy/${POLICY_NAME}`),
);

const description = text("text")
  .superRefine((value, issues) => {
    const unlessSecret = descriptionProblem(value);
    if (unlessSecret === undefined) return;
    const message = "a text that the description of a role or a tag takes";
    issues.addIssue({ code: "custom", message, params: { unlessSecret } });
  })
  .meta({ pattern: DESCRIPTION });

const tags = z
  .record(z.string(), text("text"), { error: "a map from tag keys to text" })
  .superRefine((entries, issues) => {
    for (const [key, value] of Object.entries(entries)) {
      const own = ownTagKey(key);
      const wantedKey = wantedTagKey(key) ?? (own && `another key, since the program sets ${own} itself`);
      if (wantedKey !== undefined) {
        issues.addIssue({ code: "custom", path: [key], message: wantedKey, params: { shown: key } });
      }
      const wanted = wantedTagValue(value);
      if (wanted !== undefined) {
        issues.addIssue({ code: "custom", path: [key], message: wanted, params: { shown: value } });
      }
    }
  });

const boundaryExamples = ["workload-boundary", "arn:aws:iam::111122223333:policy/workload-boundary"];

/** One workload: what may it do, and how do its instances start. */
export const workload = map({
  description: description
    .meta({
      description:
        "Free text for people; describes the role, if its letters are those of Latin-1, and without what no tag takes becomes the tag Description. None if left out.",
      examples: ["Takes orders over HTTP"],
    })
    .optional(),
  access: listOf(accessEntry, "a list of grants, such as - s3: {bucket: orders, level: read}")
    .meta({
      description: "Grants by intent, one service for each entry. None if left out.",
      examples: [[{ s3: { bucket: "orders", prefix: "incoming/", level: "read" } }]],
    })
    .optional(),
  statements: listOf(statement, "a list of statements")
    .meta({
      description: 'Raw IAM statements, for what "access" has no word for. None if left out.',
      examples: [[{ sid: "ReadPrices", actions: ["pricing:GetProducts"], resources: ["*"] }]],
    })
    .optional(),
  managedPolicies: listOf(managedPolicy, "a list of managed policies")
    .meta({
      description:
        "AWS-managed policies by name, policies of this account as account:<name>, or ARNs. None if left out.",
      examples: [["AmazonSSMManagedInstanceCore", "account:read-prices"]],
    })
    .optional(),
  permissionsBoundary: permissionsBoundary
    .meta({
      description:
        "A policy of this account by name, or an ARN, that limits all that the role may do. The stack's if left out.",
      examples: boundaryExamples,
    })
    .optional(),
  maxSessionHours: wholeNumber(1, 12, "hours")
    .meta({ description: "How long assumed credentials may last, in hours. 1 if left out.", examples: [4] })
    .optional(),
  tags: tags
    .meta({
      description:
        "On everything of the workload, beside the stack's, which it may overrule. None if left out.",
      examples: [{ Team: "shop" }],
    })
    .optional(),
  launch: launch
    .meta({
      description: "How instances start. A role and an instance profile but no launch template if left out.",
      examples: [{ image: "al2023", instanceType: "t3.micro" }],
    })
    .optional(),
  attachTo: attachTo.optional(),
});

/** What a stack says beside its workloads. */
export const stackSettings = map({
  environment: text("a name such as dev", /^[a-z][a-z0-9-]{0,31}$/).meta({
    description: "The name of the environment; becomes the tag Environment.",
    examples: ["dev"],
  }),
  permissionsBoundary: permissionsBoundary
    .meta({
      description: "The permissions boundary of every workload that names none itself. None if left out.",
      examples: boundaryExamples,
    })
    .optional(),
  tags: tags
    .meta({ description: "On everything of the stack. None if left out.", examples: [{ Team: "shop" }] })
    .optional(),
});

/** The whole configuration of a stack under its namespace; the types are inferred from here. */
export const stackConfig = map({
  ...stackSettings.shape,
  workloads: z.record(z.string().regex(WORKLOAD_NAME), workload).meta({
    description:
      "The workloads by name. Each gets a role, an instance profile and, with launch, a launch template of its own.",
    examples: [{ "orders-api": { access: [{ dynamodb: { table: "orders", level: "readWrite" } }] } }],
    minProperties: 1,
  }),
});

/** A workload as it is written. */
export type WorkloadEntry = z.infer<typeof workload>;

/** A stack as it is written. */
export type StackConfig = z.infer<typeof stackConfig>;
