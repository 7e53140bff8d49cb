/** A role that is there already, with all that it may do and where it is in use. */
export interface ExistingRole {
  readonly arn: string;
  readonly name: string;
  /** Such as `/` or `/service-role/`. */
  readonly path: string;
  /** The trust policy as JSON. */
  readonly trust: string;
  /** @default - none */
  readonly description?: string;
  readonly maxSessionSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
  /** The ARN of the permissions boundary. @default - none */
  readonly boundary?: string;
  /** Inline ones first. */
  readonly policies: readonly ExistingPolicy[];
  /** ARNs of the instance profiles that hold it. */
  readonly profiles: readonly string[];
  /** Those of the stack's region that carry one of the profiles. */
  readonly instances: readonly ExistingInstance[];
}

/** A policy of a role. */
export type ExistingPolicy =
  | { readonly kind: "inline"; readonly name: string; readonly document: string }
  /** Of an account. It is shared where others than the role have it too, as a policy or as a boundary. */
  | {
      readonly kind: "customer managed";
      readonly arn: string;
      readonly document: string;
      readonly isShared: boolean;
    }
  | { readonly kind: "AWS managed"; readonly arn: string };

/** An instance that carries the role. */
export interface ExistingInstance {
  readonly id: string;
  /** The id of the launch template that it was started from. @default - none */
  readonly templateId?: string;
}
