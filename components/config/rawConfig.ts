/** The `config` of a stack file as plain data. */
export interface RawConfig {
  /** Values by their full keys, such as `aws:region` and `instance-profiles:workloads`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Full keys whose values are secret: no error shows them. @default - none */
  readonly secretKeys?: readonly string[];
  /** Values by their full keys as the stack file writes them: what it has in plain text is no secret. @default - none */
  readonly written?: Readonly<Record<string, unknown>>;
}
