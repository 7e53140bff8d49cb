import { service } from "../service.ts";

/**
 * Seamless domain join, which the SSM agent does: what AmazonSSMDirectoryServiceAccess gives for every directory. The
 * agent itself is a grant of `session`, and a secret with the account that joins one of `secretsmanager`.
 *
 * @see https://docs.aws.amazon.com/directoryservice/latest/admin-guide/launching_instance.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMDirectoryServiceAccess.html
 */
export const ds = service({
  description: {
    english: "To join the domain of a directory. IAM cannot limit which directories it describes.",
    korean: "디렉터리의 도메인 조인. 조회할 디렉터리는 IAM에서 제한할 수 없습니다",
  },
  resources: {
    directory: {
      description: "The directory.",
      noun: "a directory id",
      name: /d-[0-9a-f]{10}/,
      arn: "ds:{region}:{account}:directory/{name}",
      example: "d-1234567890",
    },
  },
  levels: {
    join: [
      [["ds:CreateComputer"], "{directory}"],
      [["ds:DescribeDirectories"], "*"],
    ],
  },
  examples: [{ directory: "d-1234567890", level: "join" }],
  neighbouringActions: ["ds:ResetUserPassword", "ds:CreateTrust"],
});
