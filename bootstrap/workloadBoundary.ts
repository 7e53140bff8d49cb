import type { AccessEntry } from "../components/config/accessSchema.ts";
import { accessStatements } from "../components/access/index.ts";
import { allow, type Statement } from "../iam/statement.ts";

const inAccount = { account: "111122223333", region: "us-east-1", partition: "aws" };

/** One grant of every service at its highest levels, and in each form whose actions differ. */
const everyAccess: readonly AccessEntry[] = [
  { s3: { bucket: "any", level: "readWrite" } },
  { dynamodb: { table: "any", level: "readWrite" } },
  { sqs: { queue: "any", level: "sendReceive" } },
  { sns: { topic: "any", level: "publish" } },
  { secretsmanager: { secret: "any", level: "readWrite" } },
  { ssm: { parameter: "any", level: "readWrite" } },
  { ssm: { parameter: "/any/*", level: "readWrite" } },
  { kms: { key: "alias/any", level: "encryptDecrypt" } },
  { logs: { logGroup: "any", level: "readWrite" } },
  { ecr: { repository: "any", level: "pullPush" } },
  { cloudwatch: { level: "read" } },
  { cloudwatch: { namespace: "any", level: "write" } },
];

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
  const own = everyAccess
    .flatMap((entry) => accessStatements(entry, inAccount))
    .flatMap(({ Action }) => Action);
  const core = Object.entries(managedInstance).flatMap(([service, names]) =>
    names.map((name) => `${service}:${name}`),
  );
  const actions = [...new Set([...own, ...core, ...furtherActions])].sort();
  return [
    allow(actions, ["*"]),
    ...(assumableRoles.length > 0 ? [allow(["sts:AssumeRole"], assumableRoles)] : []),
  ];
}
