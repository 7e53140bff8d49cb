import assert from "node:assert/strict";
import { serviceMeantBy } from "../../../iam/catalogue/serviceWords.ts";

describe("the service that a word means", () => {
  for (const [word, prefix, name, isGuess] of [
    ["qldb", "qldb", "Amazon QLDB", false],
    ["DMS", "dms", "AWS Database Migration Service", false],
    ["databaseMigrationService", "dms", "AWS Database Migration Service", false],
    ["Step Functions", "states", "AWS Step Functions", false],
    ["step-function", "states", "AWS Step Functions", false],
    ["sfn", "states", "AWS Step Functions", false],
    ["amazon_workspaces", "workspaces", "Amazon WorkSpaces", false],
    ["secret", "secretsmanager", "AWS Secrets Manager", false],
    ["eventbridge", "events", "Amazon EventBridge", false],
    ["msk", "kafka", "Amazon Managed Streaming for Apache Kafka", false],
    ["elb", "elasticloadbalancing", "AWS Elastic Load Balancing V2", false],
    ["sessionManager", "ssmmessages", "Amazon Message Gateway Service", false],
    ["acmPca", "acm-pca", "AWS Private Certificate Authority", false],
    ["workspacs", "workspaces", "Amazon WorkSpaces", true],
  ] as const)
    it(`is ${prefix}${isGuess ? ", as a guess," : ""} by ${word}`, async () => {
      assert.deepEqual(await serviceMeantBy(word), { prefix, name, isGuess });
    });

  for (const word of ["", "-", "abc", "mongodb", "level"])
    it(`is none by "${word}"`, async () => {
      assert.equal(await serviceMeantBy(word), undefined);
    });
});
