import { GetPolicyCommand, type IAMClient, SetDefaultPolicyVersionCommand } from "@aws-sdk/client-iam";
import { Failure } from "../../commandLine/failure.ts";
import { fromAws } from "../awsErrors.ts";
import type { RollbackPlan } from "./planRollback.ts";

/**
 * Puts a version in force, unless another one came into force since the plan was made.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html
 */
export async function setVersion(iam: IAMClient, arn: string, { from, to }: RollbackPlan): Promise<void> {
  const { Policy } = await fromAws(`reading ${arn}`, () =>
    iam.send(new GetPolicyCommand({ PolicyArn: arn })),
  );
  if (Policy?.DefaultVersionId !== from.id)
    throw new Failure(
      `${Policy?.DefaultVersionId ?? "another version"} came into force in the meantime, and nothing was changed: run the command again`,
    );
  await fromAws(`setting the version of ${arn}`, () =>
    iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: arn, VersionId: to.id })),
  );
}
