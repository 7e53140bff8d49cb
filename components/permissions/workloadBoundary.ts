import { actionsWithinBoundary } from "../access/actions.ts";
import type { AccessService } from "../access/index.ts";
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

/** The services in the boundary of an account that names none. All of `access` would not fit into one policy. */
export const COMMON_SERVICES: readonly AccessService[] = [
  ...(["s3", "dynamodb", "sqs", "sns", "secretsmanager", "ssm", "kms", "logs", "ecr", "cloudwatch"] as const),
  "kinesis",
];

/** What an account decides about its boundary. */
export interface BoundaryChoice {
  /** Services of `access`. @default - {@link COMMON_SERVICES} */
  readonly services?: readonly AccessService[] | undefined;
  /** Actions beside those of the services. @default - none */
  readonly actions?: readonly string[] | undefined;
  /** ARNs of roles that workloads may assume. @default - none */
  readonly roles?: readonly string[] | undefined;
}

/**
 * The most that any workload may do, whatever its own policies say: what `access` can stand for in some services, what
 * Systems Manager needs, and what the account adds. It grants nothing by itself, so that it names actions and no
 * resources; only roles to assume are named one by one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryStatements({
  services = COMMON_SERVICES,
  actions = [],
  roles = [],
}: BoundaryChoice): Statement[] {
  const within = [...actionsWithinBoundary(services), ...managedInstanceActions(), ...actions];
  return [
    allow([...new Set(within)].sort(), ["*"]),
    ...(roles.length > 0 ? [allow(["sts:AssumeRole", "sts:TagSession"], roles)] : []),
  ];
}

/** The project that makes what an account needs once, the boundary among it. */
export const bootstrapProject = (project: string) => `${project}-bootstrap`;

/** The boundary's path and name, as the end of its ARN has them: `shop-bootstrap/shop-boundary`. */
export const boundaryPath = (project: string) => `${bootstrapProject(project)}/${project}-boundary`;
