import assert from "node:assert/strict";
import { EC2Client } from "@aws-sdk/client-ec2";
import type { dynamic } from "@pulumi/pulumi";
import { associationProvider } from "../../../components/association/associationProvider.ts";
import type { Place } from "../../../components/association/ec2.ts";
import { stateOf } from "../../../components/association/state.ts";
import { RoleNotAssumed } from "../../../components/credentials/identity.ts";
import { fakeClock, wanted } from "./associationFixture.ts";

const configOf = (values: Readonly<Record<string, string>>): dynamic.Config => ({
  get: (key) => values[key],
  require: (key) => values[key] ?? "",
});

/** A provider of a stack with some settings, and the places that it connected to; nobody answers there. */
async function providerUnder(values: Readonly<Record<string, string>>) {
  const places: Place[] = [];
  const provider = associationProvider(fakeClock().clock, (place) => {
    places.push(place);
    return new EC2Client({ region: "eu-central-1", endpoint: "http://127.0.0.1:1", maxAttempts: 1 });
  });
  await provider.configure?.({ config: configOf(values) });
  return { provider, places };
}

async function failuresUnder(values: Readonly<Record<string, string>>) {
  const { provider } = await providerUnder(values);
  const checked = await provider.check?.(wanted, wanted);
  assert.deepEqual(checked?.inputs, wanted);
  return checked.failures;
}

const roleArn = "arn:aws:iam::111122223333:role/deployer";

const refused = {
  "aws:assumeRole": JSON.stringify({ roleArn }),
  "aws:assumeRoles": '[{"roleArn":"deployer"}]',
  "aws:endpoints": '[{"ec2":"http://127.0.0.1:1"}]',
};
const reasons = [
  "aws:assumeRole: attachTo cannot take this setting over; remove it, want the list aws:assumeRoles",
  "aws:endpoints: attachTo cannot take this setting over; remove it, want AWS_ENDPOINT_URL_EC2 in the environment",
  "aws:assumeRoles[0].roleArn: got a secret value, want the ARN of a role, such as arn:aws:iam::111122223333:role/deploy",
];

describe("the AWS settings of a stack with associations", () => {
  it("may be a region, a profile and roles, and others that say nothing", async () => {
    const values = {
      "aws:region": "eu-central-1",
      "aws:profile": "deploy",
      "aws:assumeRoles": JSON.stringify([{ roleArn }]),
      "aws:endpoints": "[]",
      "aws:useFipsEndpoint": "false",
    };
    assert.deepEqual(await failuresUnder(values), []);
  });

  it("may lead nowhere that the association does not follow, and no value is shown", async () => {
    assert.deepEqual(
      await failuresUnder(refused),
      reasons.map((reason) => ({ property: "", reason })),
    );
  });

  it("lead nowhere at a deletion either, which is not checked before", async () => {
    const { provider, places } = await providerUnder(refused);
    const state = { ...stateOf(wanted, undefined), __provider: "" };
    await assert.rejects(async () => provider.delete?.(wanted.instanceId, state), {
      message: reasons.join("\n"),
    });
    assert.deepEqual(places, []);
  });

  it("lead to EC2 in the region of each instance, by the profile and the roles of the stack, once for all of them", async () => {
    const { provider, places } = await providerUnder({
      "aws:profile": "deploy",
      "aws:stsRegion": "eu-west-1",
      "aws:assumeRoles": JSON.stringify([{ roleArn, externalId: "acme" }]),
    });
    const elsewhere = { ...wanted, region: "us-east-1" };
    for (const input of [wanted, elsewhere, wanted]) await assert.rejects(provider.create(input));
    assert.deepEqual(
      places.map(({ region, caller }) => ({
        region,
        ...caller,
        roles: caller.roles.map(({ RoleArn, ExternalId }) => ({ RoleArn, ExternalId })),
      })),
      ["eu-central-1", "us-east-1"].map((region) => ({
        region,
        profile: "deploy",
        stsRegion: "eu-west-1",
        roles: [{ RoleArn: roleArn, ExternalId: "acme" }],
      })),
    );
  });

  it("are named where a role of theirs cannot be assumed, once and without advice on EC2", async () => {
    const reason = "aws:assumeRoles[0]: cannot assume the role";
    const provider = associationProvider(
      fakeClock().clock,
      () =>
        new EC2Client({
          region: "eu-central-1",
          credentials: () => Promise.reject(new RoleNotAssumed(reason)),
        }),
    );
    await assert.rejects(provider.create(wanted), {
      message: `cannot attach instance profile ${wanted.instanceProfileArn} to instance ${wanted.instanceId}: ${reason}`,
      mayHaveChanged: false,
    });
  });
});
