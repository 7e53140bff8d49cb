import assert from "node:assert/strict";
import { EC2Client } from "@aws-sdk/client-ec2";
import type { dynamic } from "@pulumi/pulumi";
import { associationProvider } from "../../../components/association/associationProvider";
import type { Place } from "../../../components/association/ec2";
import { fakeClock, wanted } from "./associationFixture";

const configOf = (values: Readonly<Record<string, string>>): dynamic.Config => ({
  get: (key) => values[key],
  require: (key) => values[key] ?? "",
});

async function failuresUnder(values: Readonly<Record<string, string>>) {
  const provider = associationProvider(fakeClock().clock);
  await provider.configure?.({ config: configOf(values) });
  const checked = await provider.check?.(wanted, wanted);
  assert.deepEqual(checked?.inputs, wanted);
  return checked.failures;
}

describe("the AWS settings of a stack with associations", () => {
  it("may be a region and a profile, and others that say nothing", async () => {
    const values = {
      "aws:region": "eu-central-1",
      "aws:profile": "deploy",
      "aws:endpoints": "[]",
      "aws:useFipsEndpoint": "false",
    };
    assert.deepEqual(await failuresUnder(values), []);
  });

  it("may lead nowhere that the association does not follow, and no value is shown", async () => {
    const values = {
      "aws:assumeRoles": '[{"roleArn":"arn:aws:iam::111122223333:role/deployer"}]',
      "aws:endpoints": '[{"ec2":"http://127.0.0.1:1"}]',
    };
    assert.deepEqual(await failuresUnder(values), [
      {
        property: "",
        reason:
          "aws:assumeRoles: attachTo cannot take this setting over; remove it, want a profile of ~/.aws/config with role_arn and source_profile, named by aws:profile or AWS_PROFILE",
      },
      {
        property: "",
        reason:
          "aws:endpoints: attachTo cannot take this setting over; remove it, want AWS_ENDPOINT_URL_EC2 in the environment",
      },
    ]);
  });

  it("lead to EC2 in the region of the instance, by the profile of the stack", async () => {
    const places: Place[] = [];
    const provider = associationProvider(fakeClock().clock, (place) => {
      places.push(place);
      return new EC2Client({ region: "eu-central-1", endpoint: "http://127.0.0.1:1", maxAttempts: 1 });
    });
    await provider.configure?.({ config: configOf({ "aws:profile": "deploy" }) });
    await assert.rejects(provider.create(wanted));
    assert.deepEqual(places, [{ region: "eu-central-1", profile: "deploy" }]);
  });
});
