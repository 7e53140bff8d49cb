import { policies } from "../../../policypack/policies/index.ts";

/** One rule of the check, in words for people and for other tools. */
export interface CheckRule {
  /** Stays the same: exceptions and other tools know the rule by it. */
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly tags: readonly string[];
  readonly url: string;
  readonly remediationSteps: string;
}

/** Mistakes in a stack file, with which the program ends before it declares a resource. */
export const stackConfiguration: CheckRule = {
  id: "stack-configuration",
  displayName: "Stack configuration is valid",
  description:
    "A stack file has to be readable as Pulumi reads it, and say only what the program knows and AWS takes.",
  severity: "medium",
  tags: ["configuration", "correctness"],
  url: "https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/",
  remediationSteps: "Correct the key that the message names; workloads.schema.json lets editors complete it.",
};

/** Values that stand in no file of the repository. */
export const unreadConfiguration: CheckRule = {
  id: "unread-configuration",
  displayName: "Configuration can be read",
  description:
    "What a workload may do should stand in the stack file in plain text: secrets and environments of Pulumi ESC are not read here, and so not judged.",
  severity: "low",
  tags: ["configuration", "preview"],
  url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  remediationSteps:
    "Write names, ARNs and conditions in plain text, or let the policy pack judge them at preview, where it sees every value.",
};

type PackPolicy = (typeof policies)[number];

const ofPolicy = ({ name, ...policy }: PackPolicy): CheckRule => ({
  id: name,
  displayName: policy.displayName,
  description: policy.description,
  severity: policy.severity,
  tags: policy.tags,
  url: policy.url,
  remediationSteps: policy.remediationSteps,
});

/** Every rule of the check: of the stack file itself, then those of the policy pack in its own order. */
export const checkRules: readonly CheckRule[] = [
  stackConfiguration,
  unreadConfiguration,
  ...policies.map(ofPolicy),
];

/** The policies whose findings say that something could not be judged. */
export const unknownRules: ReadonlySet<string> = new Set([
  "no-unknown-documents",
  "no-unjudged-documents",
  "no-unknown-user-data",
  "no-unsearchable-text",
]);
