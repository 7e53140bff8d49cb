import assert from "node:assert/strict";
import { refusedSummary, serviceOfHost } from "../../../sandbox/asInstance/refusedCalls.ts";

describe("what would have left the sandbox", () => {
  for (const [host, service] of [
    ["sqs.eu-central-1.amazonaws.com", "sqs"],
    ["eu-central-1.queue.amazonaws.com", "sqs"],
    ["queue.amazonaws.com", "sqs"],
    ["sqs.cn-north-1.amazonaws.com.cn", "sqs"],
    ["sqs.eu-central-1.api.aws", "sqs"],
    ["sqs-fips.us-gov-west-1.amazonaws.com", "sqs"],
    ["iam.amazonaws.com", "iam"],
    ["s3.amazonaws.com", "s3"],
    ["pictures.s3.eu-central-1.amazonaws.com", "s3"],
    ["pictures.of.shop.s3.dualstack.eu-central-1.amazonaws.com", "s3"],
    ["000000000000.ddb.eu-central-1.amazonaws.com", "dynamodb"],
    ["api.ecr.eu-central-1.amazonaws.com", "ecr"],
    ["example.com", undefined],
    ["amazonaws.com.example.com", undefined],
    ["notamazonaws.com", undefined],
    ["169.254.169.254", undefined],
  ] as const)
    it(`takes ${host} for ${service ?? "no service of AWS"}`, () => {
      assert.equal(serviceOfHost(host), service);
    });

  it("is named with the remedy, a line for each host", () => {
    const refused = new Map([
      ["eu-central-1.queue.amazonaws.com", 5],
      ["169.254.169.254", 1],
      ["example.com", 2],
    ]);
    assert.equal(
      refusedSummary("run", refused),
      [
        "run: the sandbox refused what would have left it:",
        '  5 times sqs (eu-central-1.queue.amazonaws.com): the client does not read AWS_ENDPOINT_URL; give it the endpoint, as in --endpoint-url "$AWS_ENDPOINT_URL", or take a newer one',
        "  once metadata (169.254.169.254): the client does not read AWS_EC2_METADATA_SERVICE_ENDPOINT; give it that endpoint, or take a newer one",
        "  2 times example.com: not AWS, and the sandbox reaches nothing outside of it",
        "",
      ].join("\n"),
    );
  });

  it("is not spoken of where there is nothing", () => {
    assert.equal(refusedSummary("run", new Map()), "");
  });
});
