import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { DescribeInstancesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { callerOf } from "../../../components/credentials/caller.ts";
import { identityOf } from "../../../components/credentials/identity.ts";
import { ownEnvironment } from "../../sandbox/environmentVariables.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";
import { StsTransport } from "./stsTransport.ts";

const hub = "arn:aws:iam::222222222222:role/hub";
const deploy = "arn:aws:iam::111122223333:role/teams/deploy";

/** A client as a stack with some settings has it, over a transport that only tells. */
async function clientOf(settings: Readonly<Record<string, unknown>>, transport: StsTransport) {
  const { value } = await callerOf((key) => settings[key], { secret: false });
  const own = { region: "eu-central-1", maxAttempts: 1 };
  return new EC2Client({ ...own, ...identityOf(value, own), requestHandler: transport as never });
}

const look = (client: EC2Client) => client.send(new DescribeInstancesCommand({}));

const describeInstances = { host: "ec2.eu-central-1.amazonaws.com", asked: { Action: "DescribeInstances" } };
const assume = (signer: string, RoleArn: string, further: Readonly<Record<string, string>> = {}) => ({
  signer,
  host: "sts.eu-central-1.amazonaws.com",
  asked: { Action: "AssumeRole", RoleArn, RoleSessionName: "pulumi", ...further },
});
const named = (roleArn: string) => ({ roleArn, sessionName: "pulumi" });

describe("the identity of a caller", () => {
  ownEnvironment();
  const folder = temporaryFolder();
  beforeEach(() => {
    const credentials = path.join(folder(), "credentials");
    writeFileSync(credentials, "[acme]\naws_access_key_id = acme\naws_secret_access_key = none\n");
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: "environment",
      AWS_SECRET_ACCESS_KEY: "none",
      AWS_CONFIG_FILE: path.join(folder(), "config"),
      AWS_SHARED_CREDENTIALS_FILE: credentials,
    });
  });

  const chains: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly unknown[]])[] = [
    ["of the environment, as it is", {}, [{ signer: "environment", ...describeInstances }]],
    ["of a profile, as it is", { "aws:profile": "acme" }, [{ signer: "acme", ...describeInstances }]],
    [
      "of a role",
      { "aws:assumeRoles": [named(deploy)] },
      [assume("environment", deploy), { signer: "deploy", ...describeInstances }],
    ],
    [
      "of a role, from a profile on, with all that can be asked for",
      {
        "aws:profile": "acme",
        "aws:assumeRoles": [
          {
            ...named(deploy),
            duration: "20m",
            externalId: "acme/42",
            policy: "{}",
            policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
            sourceIdentity: "ann",
            tags: { Team: "shop" },
            transitiveTagKeys: ["Team"],
          },
        ],
      },
      [
        assume("acme", deploy, {
          DurationSeconds: "1200",
          ExternalId: "acme/42",
          Policy: "{}",
          "PolicyArns.member.1.arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
          SourceIdentity: "ann",
          "Tags.member.1.Key": "Team",
          "Tags.member.1.Value": "shop",
          "TransitiveTagKeys.member.1": "Team",
        }),
        { signer: "deploy", ...describeInstances },
      ],
    ],
    [
      "of a role that another role may assume",
      { "aws:assumeRoles": [named(hub), named(deploy)] },
      [assume("environment", hub), assume("hub", deploy), { signer: "deploy", ...describeInstances }],
    ],
    [
      "of a role that is assumed in another region",
      { "aws:stsRegion": "eu-west-1", "aws:assumeRoles": [named(deploy)] },
      [
        { ...assume("environment", deploy), host: "sts.eu-west-1.amazonaws.com" },
        { signer: "deploy", ...describeInstances },
      ],
    ],
  ];
  for (const [name, settings, requests] of chains) {
    it(`is that ${name}`, async () => {
      const transport = new StsTransport();
      await look(await clientOf(settings, transport));
      assert.deepEqual(transport.requests, requests);
    });
  }

  it("is found once for all requests of a client, also for those at the same moment", async () => {
    const transport = new StsTransport();
    const client = await clientOf({ "aws:assumeRoles": [named(hub), named(deploy)] }, transport);
    await Promise.all([look(client), look(client)]);
    await look(client);
    assert.deepEqual(
      transport.requests.map(({ asked }) => asked["Action"]),
      ["AssumeRole", "AssumeRole", "DescribeInstances", "DescribeInstances", "DescribeInstances"],
    );
  });

  it("is found anew where less than five minutes of it are left", async () => {
    const transport = new StsTransport({}, 299);
    const client = await clientOf({ "aws:assumeRoles": [named(deploy)] }, transport);
    await look(client);
    await look(client);
    const actions = transport.requests.map(({ asked }) => asked["Action"]);
    // The SDK may ask more than once in a row.
    assert.deepEqual(
      actions.filter((action, index) => action !== actions[index - 1]),
      ["AssumeRole", "DescribeInstances", "AssumeRole", "DescribeInstances"],
    );
  });

  const advice = "correct the setting, let the role trust who assumes it, and allow them sts:AssumeRole";
  const refusals = [
    [
      "a role that does not trust the caller",
      "hub",
      "AccessDenied",
      {
        name: "RoleNotAssumed",
        message: `aws:assumeRoles[0]: cannot assume ${hub}: AccessDenied: the reason of AWS; ${advice}`,
      },
    ],
    [
      "a role in the middle that trusts nobody",
      "deploy",
      "AccessDenied",
      {
        name: "RoleNotAssumed",
        message: `aws:assumeRoles[1]: cannot assume ${deploy}: AccessDenied: the reason of AWS; ${advice}`,
      },
    ],
    [
      "credentials that AWS does not know, which are no fault of the role",
      "hub",
      "InvalidClientTokenId",
      { name: "InvalidClientTokenId", message: "the reason of AWS" },
    ],
  ] as const;
  for (const [name, role, code, error] of refusals) {
    it(`is said in one sentence not to be there: ${name}`, async () => {
      const transport = new StsTransport({ [role]: [code, "the reason of AWS"] });
      const client = await clientOf({ "aws:assumeRoles": [named(hub), named(deploy)] }, transport);
      await assert.rejects(look(client), error);
    });
  }

  it("is said by the SDK not to be there where the environment has no credentials", async () => {
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
      Reflect.deleteProperty(process.env, name);
    process.env["AWS_EC2_METADATA_DISABLED"] = "true";
    const client = await clientOf({ "aws:assumeRoles": [named(deploy)] }, new StsTransport());
    await assert.rejects(look(client), { name: "CredentialsProviderError" });
  });
});
