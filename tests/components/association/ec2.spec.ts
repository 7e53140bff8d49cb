import assert from "node:assert/strict";
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { ec2In } from "../../../components/association/ec2.ts";
import { environmentCaller } from "../../../components/credentials/caller.ts";
import { faultyAws, type FaultyAws } from "../../faults/faultyAws.ts";
import { ownEnvironment } from "../../sandbox/environmentVariables.ts";

describe("the client of associations", () => {
  ownEnvironment();
  let faulty: FaultyAws;

  before(async () => {
    faulty = await faultyAws("http://127.0.0.1:1", 1);
    faulty.impose([{ when: { rate: 1 }, fault: { kind: "dropped before" } }]);
  });
  after(() => faulty.close());

  const cases = [
    ["ten times", undefined, 10],
    ["as often as the environment says", "1", 1],
  ] as const;
  for (const [title, variable, attempts] of cases) {
    it(`tries ${title}`, async () => {
      if (variable !== undefined) process.env["AWS_MAX_ATTEMPTS"] = variable;
      assert.equal(
        await ec2In({ region: "eu-central-1", caller: environmentCaller }).config.maxAttempts(),
        attempts,
      );
    });
  }

  it("waits a minute for an answer, and not for ever", async () => {
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_ENDPOINT_URL_EC2: faulty.endpoint,
      AWS_MAX_ATTEMPTS: "1",
    });
    const client = ec2In({ region: "eu-central-1", caller: environmentCaller });
    await assert.rejects(client.send(new DescribeInstancesCommand({})), { name: "TimeoutError" });
    // The handler tells the settings in force, and the client's type hides that.
    const handler = client.config.requestHandler as unknown as {
      httpHandlerConfigs(): Record<string, unknown>;
    };
    const { connectionTimeout, requestTimeout, throwOnRequestTimeout } = handler.httpHandlerConfigs();
    assert.deepEqual(
      { connectionTimeout, requestTimeout, throwOnRequestTimeout },
      { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
    );
  });
});
