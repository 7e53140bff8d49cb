import { service } from "../service.ts";

const WRITE = ["neptune-db:WriteDataViaQuery"];

const DELETE = ["neptune-db:DeleteDataViaQuery"];

/**
 * Queries of a database of Neptune with IAM authentication. A query that changes data mostly reads as well, and then
 * needs the right to both.
 *
 * @see https://docs.aws.amazon.com/neptune/latest/userguide/iam-dp-actions.html
 * @see https://docs.aws.amazon.com/neptune/latest/userguide/iam-data-resources.html
 */
export const neptune = service({
  description: {
    english: "Data of a Neptune database, by queries.",
    korean: "쿼리로 다루는 Neptune 데이터베이스의 데이터",
  },
  resources: {
    cluster: {
      description: "The cluster, by the resource id that Neptune gave it.",
      noun: "the resource id of a cluster",
      name: /cluster-[A-Z0-9]+/,
      arn: "neptune-db:{region}:{account}:{name}/*",
      example: "cluster-ABCD1234EFGH5678IJKL90MNOP",
    },
  },
  levels: {
    read: [
      // Clients look whether the database is ready, and what its graph holds.
      [["neptune-db:ReadDataViaQuery", "neptune-db:GetEngineStatus"], "{cluster}"],
      [["neptune-db:GetGraphSummary", "neptune-db:GetQueryStatus"], "{cluster}"],
    ],
    write: [[WRITE, "{cluster}"]],
    delete: [[DELETE, "{cluster}"]],
    readWrite: ["read", "write"],
    readWriteDelete: ["read", "write", "readWrite", "delete"],
  },
  examples: [{ cluster: "cluster-ABCD1234EFGH5678IJKL90MNOP", level: "read" }],
  neighbouringActions: ["neptune-db:ResetDatabase", "neptune-db:StartLoaderJob"],
});
