import type { Words } from "./service.ts";

/** What a program may use although IAM has no say in it. */
export interface NeedsNoGrant {
  /** What people look for, in lower case and without spaces. */
  readonly words: readonly string[];
  readonly what: Words;
  /** Who judges instead of IAM. */
  readonly why: Words;
  /** AWS's page that says so. */
  readonly page: string;
}

/** Data that no action of IAM is about, in the order of the documentation. */
export const needsNoGrant: readonly NeedsNoGrant[] = [
  {
    words: ["docdb", "documentdb"],
    what: { english: "data of a DocumentDB cluster", korean: "DocumentDB 클러스터의 데이터" },
    why: {
      english: "the cluster has users of its own, and the role can be one of them",
      korean: "클러스터에 자체 사용자가 있고, 역할도 그 사용자가 될 수 있음",
    },
    page: "https://docs.aws.amazon.com/documentdb/latest/developerguide/iam-identity-auth.html",
  },
  {
    words: ["fsx"],
    what: { english: "files of an FSx file system", korean: "FSx 파일 시스템의 파일" },
    why: {
      english:
        "security groups and the permissions of the files decide; IAM has actions for file systems as a whole",
      korean: "보안 그룹과 파일 권한이 결정하며, IAM 작업은 파일 시스템 전체에 대한 것뿐임",
    },
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonfsx.html",
  },
  {
    words: ["activemq", "amazonmq", "rabbitmq"],
    what: {
      english: "messages of a broker of Amazon MQ, for users that the broker keeps",
      korean: "브로커가 관리하는 사용자로 주고받는 Amazon MQ 메시지",
    },
    why: {
      english: "the broker judges; `mq` finds it, and its password is a grant of `secretsmanager`",
      korean: "브로커가 판단함. 위치는 `mq`로 찾고, 비밀번호는 `secretsmanager` 권한으로 읽음",
    },
    page: "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-access.html",
  },
  {
    words: ["aurora", "mariadb", "mysql", "postgres", "postgresql"],
    what: {
      english: "data of an RDS or Aurora database, with a password",
      korean: "비밀번호로 접속하는 RDS·Aurora 데이터베이스의 데이터",
    },
    why: {
      english: "the database judges; without a password the grant is `rdsIam`",
      korean: "데이터베이스가 판단함. 비밀번호 없이 접속하려면 `rdsIam`",
    },
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/database-authentication.html",
  },
  {
    words: ["memcached", "redis", "valkey"],
    what: {
      english: "data of an ElastiCache cache, with a password or none",
      korean: "비밀번호로, 또는 비밀번호 없이 접속하는 ElastiCache 캐시의 데이터",
    },
    why: {
      english: "the cache judges; as a user that IAM authenticates the grant is `elasticache`",
      korean: "캐시가 판단함. IAM이 인증하는 사용자라면 `elasticache`",
    },
    page: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
  },
];
