import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const fileSystem = [`arn:aws:elasticfilesystem:${place}:file-system/fs-0123456789abcdef0`];
const through = {
  StringEquals: {
    "elasticfilesystem:AccessPointArn": [
      `arn:aws:elasticfilesystem:${place}:access-point/fsap-0123456789abcdef0`,
    ],
  },
};
const [mount, write, root] = ["ClientMount", "ClientWrite", "ClientRootAccess"].map(
  (action) => `elasticfilesystem:${action}`,
) as [string, string, string];

const cases: AccessCase[] = [
  {
    name: "mount reads",
    entry: { efs: { fileSystem: "fs-0123456789abcdef0", level: "mount" } },
    gives: [allow([mount], fileSystem)],
  },
  {
    name: "mount reads through an access point alone, where one is named",
    entry: {
      efs: { fileSystem: "fs-0123456789abcdef0", accessPoint: "fsap-0123456789abcdef0", level: "mount" },
    },
    gives: [allow([mount], fileSystem, through)],
  },
  {
    name: "mountWrite writes as well",
    entry: {
      efs: { fileSystem: "fs-0123456789abcdef0", accessPoint: "fsap-0123456789abcdef0", level: "mountWrite" },
    },
    gives: [allow([mount, write], fileSystem, through)],
  },
  {
    name: "mountRoot is not held by POSIX permissions",
    entry: { efs: { fileSystem: "fs-0123456789abcdef0", level: "mountRoot" } },
    gives: [allow([mount, write, root], fileSystem)],
  },
];

testAccess("efs", cases);
