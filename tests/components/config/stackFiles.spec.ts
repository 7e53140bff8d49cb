import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { checkedStack, projectFolder, target } from "../stackFixture.ts";

const stacks = ["dev", "staging", "prod"];

/** What the shipped workloads need; that a service which none of them uses works too, its own tests say. */
const services = [
  ...["cloudwatch", "dynamodb", "ecr", "kms", "logs", "s3"],
  ...["secretsmanager", "sns", "sqs", "ssm", "sts"],
];

async function stackFile(stack: string) {
  const file = parse(readFileSync(`${projectFolder}/Pulumi.${stack}.yaml`, "utf8")) as {
    config: Record<string, unknown>;
  };
  const region = String(file.config["aws:region"]);
  return checkedStack({ values: file.config }, { ...target, project: "instance-profiles", stack, region });
}

describe("stack files", () => {
  for (const stack of stacks) {
    it(`of ${stack} have no errors and the four workloads of the system`, async () => {
      const { errors, workloads } = await stackFile(stack);
      assert.deepEqual(errors, []);
      assert.deepEqual(
        workloads.map(({ physicalName }) => physicalName),
        ["orders-api", "image-resizer", "nightly-report", "ops-host"].map(
          (workload) => `instance-profiles-${stack}-${workload}`,
        ),
      );
    });
  }

  it("use nearly every service of access between them", async () => {
    const files = await Promise.all(stacks.map(stackFile));
    const used = files.flatMap(({ workloads }) =>
      workloads.flatMap(({ grants }) => grants.map((g) => g.service)),
    );
    assert.deepEqual([...new Set(used)].sort(), services);
  });

  it("are stricter in production: one hop, detailed monitoring, sessions of an hour", async () => {
    const { workloads } = await stackFile("prod");
    assert.deepEqual(
      workloads.map(({ maxSessionSeconds, launch }) => [
        launch?.httpPutResponseHopLimit,
        launch?.monitoring,
        maxSessionSeconds,
      ]),
      workloads.map(() => [1, true, 3600]),
    );
  });
});
