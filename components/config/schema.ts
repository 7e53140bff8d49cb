import { z } from "zod";
import { parseArn } from "../permissions/arn";
import { accessEntry } from "./accessSchema";
import { attachTo } from "./attachToSchema";
import { listOf, map, text, wholeNumber } from "./fields";
import { launch } from "./launchSchema";
import { statement } from "./statementSchema";
import { ownTagKey, wantedTagKey, wantedTagValue } from "./tags";

/** The form of a workload's name: the logical name of its resources and the end of their physical names. */
export const WORKLOAD_NAME = /^[a-z][a-z0-9-]{0,31}$/;

const POLICY_NAME = String.raw`([\w+=,.@-]+\/)*[\w+=,.@-]{1,128}`;

/** A managed policy by name or by ARN. */
function policy(want: string, name: RegExp) {
  return text(want).refine(
    (value) => {
      if (!value.startsWith("arn:")) return name.test(value);
      const arn = parseArn(value);
      return arn?.service === "iam" && new RegExp(`^policy/${POLICY_NAME}$`).test(arn.resource);
    },
    { error: want },
  );
}

const permissionsBoundary = policy(
  "the name of a policy of this account or an ARN like arn:aws:iam::111122223333:policy/boundary",
  new RegExp(`^${POLICY_NAME}$`),
);

const managedPolicy = policy(
  "an AWS-managed policy name, account:<name> or an ARN like arn:aws:iam::aws:policy/ReadOnlyAccess",
  new RegExp(`^(account:)?${POLICY_NAME}$`),
);

const description = text("text").superRefine((value, issues) => {
  const wanted = wantedTagValue(value);
  if (wanted !== undefined) issues.addIssue({ code: "custom", message: `${wanted}, since it becomes a tag` });
});

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

/** One workload: what may it do, and how do its instances start. */
export const workload = map({
  /** Free text for people; becomes the tag Description. @default - none */
  description: description.optional(),
  /** Grants in intent form. @default - none */
  access: listOf(accessEntry, "a list of grants, such as - s3: {bucket: orders, level: read}").optional(),
  /** Raw IAM statements. @default - none */
  statements: listOf(statement, "a list of statements").optional(),
  /** @default - none */
  managedPolicies: listOf(managedPolicy, "a list of managed policies").optional(),
  /** @default - the stack's */
  permissionsBoundary: permissionsBoundary.optional(),
  /** How long assumed credentials may last. @default 1 */
  maxSessionHours: wholeNumber(1, 12, "hours").optional(),
  /** @default - the stack's */
  tags: tags.optional(),
  /** @default - a role and an instance profile, no launch template */
  launch: launch.optional(),
  /** Instances that run already and have to carry the profile. @default - none */
  attachTo: attachTo.optional(),
});

/** What a stack says beside its workloads. */
export const stackSettings = map({
  /** Such as `dev`; becomes the tag Environment. */
  environment: text("a name such as dev", /^[a-z][a-z0-9-]{0,31}$/),
  /** For every workload that names none itself. @default - none */
  permissionsBoundary: permissionsBoundary.optional(),
  /** On everything. @default - none */
  tags: tags.optional(),
});

/** The whole configuration of a stack under its namespace; the types are inferred from here. */
export const stackConfig = map({
  ...stackSettings.shape,
  workloads: z.record(z.string().regex(WORKLOAD_NAME), workload),
});

/** A workload as it is written. */
export type WorkloadEntry = z.infer<typeof workload>;

/** A stack as it is written. */
export type StackConfig = z.infer<typeof stackConfig>;
