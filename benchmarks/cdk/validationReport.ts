interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

/** The part of `validation-report.json` in a cloud assembly that says which rule found what where. */
export interface ValidationReport {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly Violation[];
  }[];
}

/** What the AwsSolutions pack finds in a stack, and what only the other packs and CDK itself do. */
export interface StackFindings {
  readonly awsSolutions: readonly string[];
  readonly otherPacks: readonly string[];
}

/** The rules that a stack breaks, each once; those that only warn say so. */
export function stackFindings({ pluginReports }: ValidationReport, stack: string): StackFindings {
  const found = pluginReports.flatMap(({ pluginName, violations }) =>
    violations
      .filter(({ violatingConstructs }) =>
        violatingConstructs.some(({ constructPath }) => constructPath.startsWith(`${stack}/`)),
      )
      .map((violation) => ({ pluginName, rule: shownRule(pluginName, violation) })),
  );
  const rules = (own: boolean) => [
    ...new Set(
      found.filter(({ pluginName }) => (pluginName === "AwsSolutions") === own).map(({ rule }) => rule),
    ),
  ];
  return { awsSolutions: rules(true), otherPacks: rules(false) };
}

/** Packs name the same rule each in its own way: `HIPAA.Security-EC2IMDSv2Enabled`, `NIST.800.53.R5-EC2IMDSv2Enabled`. */
function shownRule(pluginName: string, { ruleName, description, severity }: Violation): string {
  const whole = ruleName.replace(/\[.*/s, "");
  const rule =
    pluginName === "CloudFormation Validate" ? `CDK ${whole}` : whole.slice(whole.indexOf("-") + 1);
  // A rule that ended with an exception counts as one that was broken.
  if (description.startsWith("Rule threw an error")) return `${rule} (by an exception)`;
  return severity === "error" ? rule : `${rule} (advice)`;
}
