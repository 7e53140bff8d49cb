import { actionsWithinBoundary } from "../access/actions.ts";
import { allow, type Statement } from "../../iam/statement.ts";

/**
 * What Systems Manager does on an instance: the actions of AmazonSSMManagedInstanceCore.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
 */
const managedInstance = {
  ssm: [
    ...["DescribeAssociation", "DescribeDocument", "GetDeployablePatchSnapshotForInstance", "GetDocument"],
    ...["GetManifest", "GetParameter", "GetParameters", "ListAssociations", "ListInstanceAssociations"],
    ...["PutComplianceItems", "PutConfigurePackageResult", "PutInventory", "UpdateAssociationStatus"],
    ...["UpdateInstanceAssociationStatus", "UpdateInstanceInformation"],
  ],
  ssmmessages: [...["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"]],
  ec2messages: [
    ...["AcknowledgeMessage", "DeleteMessage", "FailMessage", "GetEndpoint", "GetMessages", "SendReply"],
  ],
};

/** The actions of AmazonSSMManagedInstanceCore, which it allows on every resource. */
export function managedInstanceActions(): string[] {
  return Object.entries(managedInstance).flatMap(([service, names]) =>
    names.map((name) => `${service}:${name}`),
  );
}

/**
 * The most that any workload may do, whatever its own policies say: what `access` can stand for, what Systems Manager
 * needs, and what the account adds. It grants nothing by itself, so that it names actions and no resources; only roles
 * to assume are named one by one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryStatements(
  furtherActions: readonly string[],
  assumableRoles: readonly string[],
): Statement[] {
  const within = [...actionsWithinBoundary(), ...managedInstanceActions(), ...furtherActions];
  const actions = [...new Set(within)].sort();
  return [
    allow(actions, ["*"]),
    ...(assumableRoles.length > 0 ? [allow(["sts:AssumeRole", "sts:TagSession"], assumableRoles)] : []),
  ];
}

/** The project that makes what an account needs once, the boundary among it. */
export const bootstrapProject = (project: string) => `${project}-bootstrap`;

/** The boundary's path and name, as the end of its ARN has them: `shop-bootstrap/shop-boundary`. */
export const boundaryPath = (project: string) => `${bootstrapProject(project)}/${project}-boundary`;
