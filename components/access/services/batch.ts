import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

/**
 * Jobs of Batch. A job runs with the role of its definition, and whoever submits it may set its command: so that `submit`
 * takes definitions by their exact name alone, in all revisions. IAM can limit no question about jobs.
 *
 * @see https://docs.aws.amazon.com/batch/latest/userguide/iam-example-restrict-job-queue.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_batch.html
 */
export const batch = service({
  description: {
    english:
      "Jobs of Batch; submit runs commands with the role of the definition. Reading is of all jobs and cannot be limited.",
    korean: "Batch의 작업. submit은 작업 정의의 역할로 명령을 실행하며, 읽기는 범위를 좁힐 수 없음",
  },
  resources: {
    queue: {
      description: "The job queue.",
      noun: "the name of a job queue",
      name: /[A-Za-z0-9][\w-]{0,127}/,
      arn: "batch:{region}:{account}:job-queue/{name}",
      example: "orders",
      optional: true,
    },
    definition: {
      description: "The job definition, in any revision.",
      noun: "the name of a job definition",
      name: /[A-Za-z0-9][\w-]{0,127}/,
      arn: "batch:{region}:{account}:job-definition/{name}",
      example: "report",
      optional: true,
    },
  },
  names: { english: "`queue`, `definition` for `submit`", korean: "`submit`에는 `queue`, `definition`" },
  levels: {
    read: [
      [
        [
          ...["batch:DescribeJobs", "batch:ListJobs"],
          ...["batch:DescribeJobQueues", "batch:DescribeJobDefinitions"],
        ],
        "*",
      ],
    ],
    submit: ["read", [["batch:SubmitJob"], ["{queue}", "{definition}", "{definition}:*"]]],
  },
  refine: fieldsByLevel({ submit: ["queue", "definition"] }),
  examples: [{ level: "read" }, { queue: "orders", definition: "report", level: "submit" }],
  neighbouringActions: ["batch:RegisterJobDefinition", "batch:TerminateJob"],
  // Within the boundary, one definition with a strong role would be open to each workload that may submit anything.
  withinBoundary: false,
});
