import type { Statement } from "../iam/statement.ts";
import type { StackPlace } from "./place.ts";

/** Where Pulumi keeps the state, if not in Pulumi Cloud. */
export interface StateStore {
  readonly partition: string;
  readonly bucket?: string | undefined;
  /** The ARN of the KMS key. */
  readonly stateKeyArn?: string | undefined;
}

/** What a state file ends with: compressed or not, and the copy of the one before. */
const endings = ["json", "json.gz", "json.zst"].flatMap((ending) => [ending, `${ending}.bak`]);

/**
 * The objects of one stack in a bucket, as Pulumi's own backends name them. Files are named to the end: names of stacks have
 * dots, so that `dev.*` is also the state of `dev.eu`.
 *
 * @see https://github.com/pulumi/pulumi/blob/v3.274.1/pkg/backend/diy/state.go
 * @see https://github.com/pulumi/pulumi/blob/v3.274.1/pkg/backend/diy/stack_tags.go
 */
export function stackKeys(project: string, stack: string): string[] {
  return [
    ...[...endings, "pulumi-tags"].map((ending) => `.pulumi/stacks/${project}/${stack}.${ending}`),
    ...["history", "backups", "locks/organization"].map((kind) => `.pulumi/${kind}/${project}/${stack}/*`),
  ];
}

/**
 * Use of the state of a stack. Reading takes the key too, since a preview decrypts secrets: those that were encrypted in the
 * name of this stack, which the stack file's `secretsprovider` says with `context_project` and `context_stack`. Without it
 * whoever may use the key could decrypt what the file of another stack holds. `meta.yaml` says which layout the bucket has,
 * and every command reads it.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context
 * @see https://pkg.go.dev/gocloud.dev/secrets/awskms for `context_`
 * @see https://www.pulumi.com/docs/iac/concepts/state-and-backends/#aws-s3
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 */
export function stateStatements(
  { partition, bucket, stateKeyArn }: StateStore,
  { project, stack }: Pick<StackPlace, "project" | "stack">,
  use: "read" | "write",
): Statement[] {
  const Effect = "Allow";
  const objects = (keys: readonly string[]) => keys.map((key) => `arn:${partition}:s3:::${bucket}/${key}`);
  const own = stackKeys(project, stack);
  const ofBucket: Statement[] = [
    { Sid: "ListState", Effect, Action: ["s3:ListBucket"], Resource: [`arn:${partition}:s3:::${bucket}`] },
    {
      Sid: "ReadState",
      Effect,
      Action: ["s3:GetObject"],
      Resource: objects([".pulumi/meta.yaml", ...own]),
    },
    { Sid: "WriteState", Effect, Action: ["s3:PutObject", "s3:DeleteObject"], Resource: objects(own) },
  ];
  const ofKey: Statement = {
    Sid: "Secrets",
    Effect,
    Action: use === "write" ? ["kms:Encrypt", "kms:Decrypt"] : ["kms:Decrypt"],
    Resource: [stateKeyArn ?? ""],
    Condition: {
      StringEquals: { "kms:EncryptionContext:project": [project], "kms:EncryptionContext:stack": [stack] },
    },
  };
  return [
    ...(bucket === undefined ? [] : ofBucket.filter(({ Sid }) => use === "write" || Sid !== "WriteState")),
    ...(stateKeyArn === undefined ? [] : [ofKey]),
  ];
}
