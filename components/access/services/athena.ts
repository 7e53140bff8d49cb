import { text } from "../../fields.ts";
import { service } from "../service.ts";

/** A query writes its result by parts and reads it back; it replaces nothing, so that it deletes nothing. */
const RESULTS = [
  ...["s3:GetObject", "s3:PutObject"],
  ...["s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"],
];

/**
 * Queries of a workgroup: to start them, to stop them, and to read what they found. Athena reads the data with the
 * rights of who asks, so that the tables in the Glue catalog and the objects behind them are grants of their own.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html
 * @see https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html
 */
export const athena = service({
  description: {
    english: "Queries of a workgroup, and the place of their results.",
    korean: "작업 그룹의 쿼리와 쿼리 결과를 저장하는 위치",
  },
  resources: {
    workgroup: {
      description: "The workgroup.",
      noun: "a workgroup name",
      name: /[\w.-]{1,128}/,
      arn: "athena:{region}:{account}:workgroup/{name}",
      example: "research",
    },
    catalog: {
      description: "A data catalog that clients describe, such as AwsDataCatalog. None if left out.",
      noun: "a data catalog name",
      name: /[\w@-]{1,256}/,
      arn: "athena:{region}:{account}:datacatalog/{name}",
      example: "AwsDataCatalog",
      optional: true,
    },
  },
  fields: {
    results: text(
      "a bucket name, with a key prefix between slashes, such as acme-athena-results/research/",
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/([^*?$]*\/)?)?$/,
    )
      .meta({
        description: "Where results are written in S3. Leave it out where the workgroup keeps them itself.",
        examples: ["acme-athena-results/research/"],
      })
      .optional(),
  },
  names: {
    english: "`workgroup`, optional `catalog`, optional `results` (bucket and key prefix)",
    korean: "`workgroup`, 선택 `catalog`, 선택 `results`(버킷과 키 접두사)",
  },
  via: "s3",
  levels: {
    query: [
      [
        [
          ...["athena:StartQueryExecution", "athena:StopQueryExecution"],
          ...[
            "athena:GetQueryExecution",
            "athena:BatchGetQueryExecution",
            "athena:GetQueryRuntimeStatistics",
          ],
          ...["athena:GetQueryResults", "athena:GetQueryResultsStream"],
          // Clients ask it for the place of the results.
          "athena:GetWorkGroup",
        ],
        "{workgroup}",
      ],
      [
        [
          ...["athena:GetDataCatalog", "athena:GetDatabase", "athena:ListDatabases"],
          ...["athena:GetTableMetadata", "athena:ListTableMetadata"],
        ],
        "{catalog}",
      ],
      [["s3:GetBucketLocation"], "arn:{partition}:s3:::{bucket}"],
      [["s3:ListBucket"], "arn:{partition}:s3:::{whole}"],
      [["s3:ListBucket"], "arn:{partition}:s3:::{bucket}", { StringLike: { "s3:prefix": ["{prefix}*"] } }],
      [RESULTS, "arn:{partition}:s3:::{objects}*"],
      [["kms:GenerateDataKey", "kms:Decrypt"], "{key}"],
    ],
  },
  derived({ results }) {
    if (results === undefined) return {};
    const bucket = results.replace(/\/.*$/, "");
    const prefix = results.slice(bucket.length + 1);
    return { bucket, objects: `${bucket}/${prefix}`, ...(prefix === "" ? { whole: bucket } : { prefix }) };
  },
  examples: [
    { workgroup: "research", results: "acme-athena-results/research/", level: "query" },
    { workgroup: "research", results: "acme-athena-results", level: "query" },
    { workgroup: "research", catalog: "AwsDataCatalog", level: "query" },
  ],
  neighbouringActions: ["athena:UpdateWorkGroup", "athena:CreateNamedQuery"],
});
