import { managedInstanceActions } from "../../../components/permissions/workloadBoundary.ts";
import { awsManagedPolicyName } from "../../../iam/catalogue/awsManagedPolicies.ts";
import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { allow } from "../../../iam/statement.ts";

/**
 * What an AWS-managed policy allows, of the few whose documents this program holds; undefined for any other.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
 */
export function knownPolicy(arn: string): readonly PolicyStatement[] | undefined {
  const name = awsManagedPolicyName(arn)?.toLowerCase();
  if (name === "administratoraccess") return statementsOf([allow(["*"], ["*"])]);
  return name === "amazonssmmanagedinstancecore"
    ? statementsOf([allow(managedInstanceActions(), ["*"])])
    : undefined;
}
