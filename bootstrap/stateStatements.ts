import type { Statement } from "../iam/statement.ts";

/** Where Pulumi keeps the state, if not in Pulumi Cloud. */
export interface StateStore {
  readonly partition: string;
  readonly bucket?: string | undefined;
  /** The ARN of the KMS key. */
  readonly stateKeyArn?: string | undefined;
}

/** The objects of one stack in a bucket, as Pulumi's own backends name them. */
export function stackKeys(project: string, stack: string): string[] {
  return [
    `.pulumi/stacks/${project}/${stack}.*`,
    ...["history", "backups", "locks/organization"].map((kind) => `.pulumi/${kind}/${project}/${stack}/*`),
  ];
}

/**
 * Use of the state of some stacks. Reading takes the key too, since a preview decrypts secrets. `meta.yaml` says which
 * layout the bucket has, and every command reads it.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/state-and-backends/#aws-s3
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 */
export function stateStatements(
  { partition, bucket, stateKeyArn }: StateStore,
  project: string,
  stacks: readonly string[],
  use: "read" | "write",
): Statement[] {
  const Effect = "Allow";
  const objects = (keys: readonly string[]) => keys.map((key) => `arn:${partition}:s3:::${bucket}/${key}`);
  const own = stacks.flatMap((stack) => stackKeys(project, stack));
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
  };
  return [
    ...(bucket === undefined ? [] : ofBucket.filter(({ Sid }) => use === "write" || Sid !== "WriteState")),
    ...(stateKeyArn === undefined ? [] : [ofKey]),
  ];
}
