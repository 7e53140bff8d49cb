import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const run = [
  ...["athena:StartQueryExecution", "athena:StopQueryExecution", "athena:GetQueryExecution"],
  ...["athena:BatchGetQueryExecution", "athena:GetQueryRuntimeStatistics", "athena:GetQueryResults"],
  ...["athena:GetQueryResultsStream", "athena:GetWorkGroup"],
];
const objects = [
  ...["s3:GetObject", "s3:PutObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"],
];
const workgroup = [`arn:aws:athena:${place}:workgroup/research`];

const cases: AccessCase[] = [
  {
    name: "runs and stops queries in a workgroup that keeps its results itself",
    entry: { athena: { workgroup: "research", level: "query" } },
    gives: [allow(run, workgroup)],
  },
  {
    name: "writes results under a prefix alone, with a key through S3",
    entry: {
      athena: {
        ...{ workgroup: "research", results: "acme-athena-results/research/", level: "query" },
        key: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      },
    },
    gives: [
      allow(run, workgroup),
      allow(["s3:GetBucketLocation"], ["arn:aws:s3:::acme-athena-results"]),
      allow(["s3:ListBucket"], ["arn:aws:s3:::acme-athena-results"], {
        StringLike: { "s3:prefix": ["research/*"] },
      }),
      allow(objects, ["arn:aws:s3:::acme-athena-results/research/*"]),
      allow(
        ["kms:GenerateDataKey", "kms:Decrypt"],
        ["arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
        { StringEquals: { "kms:ViaService": ["s3.eu-central-1.amazonaws.com"] } },
      ),
    ],
  },
  {
    name: "writes results anywhere in a bucket that is named alone",
    entry: { athena: { workgroup: "research", results: "acme-athena-results", level: "query" } },
    gives: [
      allow(run, workgroup),
      allow(["s3:GetBucketLocation", "s3:ListBucket"], ["arn:aws:s3:::acme-athena-results"]),
      allow(objects, ["arn:aws:s3:::acme-athena-results/*"]),
    ],
  },
  {
    name: "describes a data catalog, where one is named",
    entry: { athena: { workgroup: "research", catalog: "AwsDataCatalog", level: "query" } },
    gives: [
      allow(run, workgroup),
      allow(
        [
          ...["athena:GetDataCatalog", "athena:GetDatabase", "athena:ListDatabases"],
          ...["athena:GetTableMetadata", "athena:ListTableMetadata"],
        ],
        [`arn:aws:athena:${place}:datacatalog/AwsDataCatalog`],
      ),
    ],
  },
];

testAccess("athena", cases);
