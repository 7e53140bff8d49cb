import { arnsOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const fileSystem: ResourceField = {
  description: "The file system.",
  noun: "a file system id",
  name: /fs-[0-9a-f]{8,40}/,
  arn: "elasticfilesystem:{region}:{account}:file-system/{name}",
  example: "fs-0123456789abcdef0",
};

const through = { StringEquals: { "elasticfilesystem:AccessPointArn": ["{accessPoint}"] } };

/**
 * Files of a file system that is mounted with IAM authorization. POSIX permissions hold besides, except for `root`.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export const efs = service({
  description: {
    english: "Files of an EFS file system, to mount it.",
    korean: "마운트할 EFS 파일 시스템의 파일",
  },
  resources: {
    fileSystem,
    accessPoint: {
      description: "The access point through which alone it is mounted. Any way if left out.",
      noun: "an access point id",
      name: /fsap-[0-9a-f]{8,40}/,
      arn: "elasticfilesystem:{region}:{account}:access-point/{name}",
      example: "fsap-0123456789abcdef0",
      optional: true,
    },
  },
  levels: {
    mount: [
      [["elasticfilesystem:ClientMount"], "{anyWay}"],
      [["elasticfilesystem:ClientMount"], "{fileSystem}", through],
    ],
    mountWrite: [
      "mount",
      [["elasticfilesystem:ClientWrite"], "{anyWay}"],
      [["elasticfilesystem:ClientWrite"], "{fileSystem}", through],
    ],
    mountRoot: [
      "mount",
      "mountWrite",
      [["elasticfilesystem:ClientRootAccess"], "{anyWay}"],
      [["elasticfilesystem:ClientRootAccess"], "{fileSystem}", through],
    ],
  },
  derived: (grant, target) =>
    grant.accessPoint === undefined ? { anyWay: arnsOf(fileSystem, grant.fileSystem, target) } : {},
  examples: [
    { fileSystem: "fs-0123456789abcdef0", level: "mount" },
    { fileSystem: "fs-0123456789abcdef0", accessPoint: "fsap-0123456789abcdef0", level: "mount" },
  ],
  neighbouringActions: ["elasticfilesystem:DeleteFileSystem", "elasticfilesystem:PutFileSystemPolicy"],
});
