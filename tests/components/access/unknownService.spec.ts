import assert from "node:assert/strict";
import { unknownService } from "../../../components/access/unknownService.ts";
import { ACCESS_SERVICES } from "../../../components/access/index.ts";
import { needsNoGrant } from "../../../components/access/needsNoGrant.ts";
import { actionNames } from "../../../iam/catalogue/catalogueActions.ts";

describe("a word that is no service of access", () => {
  for (const [word, says, example] of [
    ["s4", 'did you mean "s3"?'],
    ["sqss", 'did you mean "sqs"?'],
    ["SQS", 'did you mean "sqs"?'],
    ["acm-pca", 'did you mean "acmPca"?'],
    ["msk", 'did you mean "kafka"?'],
    ["secrets", 'did you mean "secretsmanager"?'],
    ["Step Functions", 'did you mean "states"?'],
    ["foo", "want a service of docs/access.md; what it has no word for is said with statements"],
    [
      "ecs",
      'did you mean "ecsAgent"? Other actions of Amazon Elastic Container Service are said with statements beside access',
      "ecs:DescribeCapacityProviders",
    ],
    [
      "rds",
      'did you mean "rdsIam"? Other actions of Amazon RDS are said with statements beside access',
      "rds:DownloadCompleteDBLogFile",
    ],
    [
      "dms",
      "access has no word for AWS Database Migration Service, whose actions are said with statements beside access",
      "dms:GetMetadataModel",
    ],
    [
      "workspacs",
      'did you mean "workspaces"? access has no word for Amazon WorkSpaces, whose actions are said with statements beside access',
      "workspaces:GetTroubleshootingRecommendation",
    ],
  ] as const)
    it(`says what is meant by ${word}`, async () => {
      const found = await unknownService(word);
      assert.deepEqual([found.says, found.outline?.example.action], [says, example]);
    });

  it("is told that it needs no grant, and why", async () => {
    assert.deepEqual(await unknownService("DocumentDB"), {
      says: "no grant is needed for data of a DocumentDB cluster: the cluster has users of its own, and the role can be one of them (https://docs.aws.amazon.com/documentdb/latest/developerguide/iam-identity-auth.html)",
    });
  });
});

describe("what needs no grant", () => {
  it("is no service of access, and named once", () => {
    const words = needsNoGrant.flatMap(({ words }) => words);
    assert.deepEqual(
      words.filter((word, index) => ACCESS_SERVICES.includes(word as never) || words.indexOf(word) < index),
      [],
    );
  });

  it("has no action that reads, writes or mounts files in IAM's catalogue: FSx", async () => {
    const names = [...(await actionNames("fsx")).keys()];
    assert.deepEqual(
      names.filter((name) => /mount|connect|client|(?:read|write|get|put)(?:file|object|data)/.test(name)),
      [],
    );
  });
});
