/** Versions that the sandbox builds or downloads. A registry's own checksums verify each (go.sum, pip, npm). */
export const versions = {
  /** Pulumi CLI, built from its Go module or downloaded. */
  pulumi: "3.274.1",
  /** A CLI found on PATH is taken from this version on. */
  pulumiMinimum: "3.200.0",
  /** Pulumi's dynamic bridge to Terraform providers. */
  terraformBridge: "3.120.0",
  /** MiniStack, the embedded AWS. */
  ministack: "1.5.33",
} as const;
