import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, regionalArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

const READ = ["ssm:GetParameter", "ssm:GetParameters"];

const WRITE = ["ssm:PutParameter"];

const SUBTREE = "/*";

/**
 * One parameter, or a subtree written as `/path/*`. A parameter that KMS encrypts needs a `kms` grant as well.
 *
 * Reading a subtree at once is judged on the path itself, not on the parameters below it.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
 */
export function ssmStatements({ parameter, level }: AccessGrants["ssm"], target: Target): Statement[] {
  const arn = looksLikeArn(parameter)
    ? parameter
    : regionalArn(target, "ssm", `parameter/${parameter.replace(/^\//, "")}`);
  const byPath = arn.endsWith(SUBTREE)
    ? [allow(["ssm:GetParametersByPath"], [arn.slice(0, -SUBTREE.length), arn])]
    : [];
  switch (level) {
    case "read":
      return [allow(READ, [arn]), ...byPath];
    case "write":
      return [allow(WRITE, [arn])];
    case "readWrite":
      return [allow([...READ, ...WRITE], [arn]), ...byPath];
  }
}
