import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { writeProfiles } from "../../sandbox/profiles.ts";
import { treatments } from "../../sandbox/awsProvider/settings.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineFolder } from "../../testing/engineSandbox.ts";

type Settings = Readonly<Record<string, unknown>>;

/** Settings that the sandbox's AWS provider takes, and the account in which it is then. */
const taken: readonly { name: string; settings: Settings; account: string }[] = [
  {
    name: "settings that change how AWS is called",
    account: "000000000000",
    settings: {
      defaultTags: { tags: { Team: "shop" } },
      ignoreTags: { keys: ["CreatedBy"], keyPrefixes: ["cost:"] },
      insecure: true,
      maxRetries: 3,
      profile: "company",
      region: "eu-central-1",
      retryMode: "standard",
      s3UsEast1RegionalEndpoint: "regional",
      s3UsePathStyle: true,
      skipCredentialsValidation: true,
      skipMetadataApiCheck: true,
      skipRegionValidation: true,
      skipRequestingAccountId: false,
      stsRegion: "us-east-1",
      tokenBucketRateLimiterCapacity: 100,
    },
  },
  {
    name: "a role of another account",
    account: "111111111111",
    settings: {
      allowedAccountIds: ["111111111111"],
      assumeRoles: [
        {
          roleArn: "arn:aws:iam::111111111111:role/deploy",
          duration: "30m",
          externalId: "shop/1",
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
          }),
          policyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
          sessionName: "shop",
          sourceIdentity: "ada",
          tags: { Team: "shop" },
          transitiveTagKeys: ["Team"],
        },
      ],
      defaultTags: { tags: { Team: "shop" } },
      region: "eu-central-1",
    },
  },
];

/** Settings that it leaves out. */
const leftOut: Settings = {
  accessKey: "the-key-id-of-another-account",
  allowedAccountIds: ["111111111111"],
  assumeRoleWithWebIdentity: {
    roleArn: "arn:aws:iam::111111111111:role/deploy",
    duration: "30m",
    policy: "{}",
    policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
    sessionName: "shop",
    webIdentityToken: "token",
    webIdentityTokenFile: "/no/such/token",
  },
  customCaBundle: "/no/such/bundle.pem",
  ec2MetadataServiceEndpoint: "http://127.0.0.1:9",
  ec2MetadataServiceEndpointMode: "IPv4",
  endpoints: [{ iam: "http://127.0.0.1:9", sts: "http://127.0.0.1:9" }],
  forbiddenAccountIds: ["000000000000"],
  httpProxy: "http://127.0.0.1:9",
  httpsProxy: "http://127.0.0.1:9",
  noProxy: "example.com",
  secretKey: "the-key-of-another-account",
  sharedConfigFiles: ["/no/such/config"],
  sharedCredentialsFiles: ["/no/such/credentials"],
  token: "the-token-of-another-account",
  useDualstackEndpoint: true,
  useFipsEndpoint: true,
};

/** Settings that are taken only where the Terraform provider of this machine knows them. */
const ofNewerProviders: Settings = {
  tagPolicyCompliance: "warning",
  userAgents: ["shop/1"],
};

/** The names in the types of `@pulumi/aws`. */
function schema(): string[] {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@pulumi/aws/package.json"));
  const text = readFileSync(path.join(folder, "provider.d.ts"), "utf8");
  const [, args = ""] = /interface ProviderArgs \{([^]*?)\n\}/.exec(text) ?? [];
  return [...args.matchAll(/^ {4}(\w+)\?:/gm)].map(([, name = ""]) => name).sort();
}

describe("settings of the AWS provider in the sandbox", () => {
  let project: EngineProject;

  const configure = (settings: Settings) => {
    project.configure(
      "dev",
      Object.fromEntries(Object.entries(settings).map(([key, value]) => [`aws:${key}`, value])),
    );
    writeProfiles(project.folder, engineFolder);
  };

  before(async () => {
    project = await EngineProject.of("providerSettings");
    await project.createStack("dev");
  });
  after(() => {
    project.remove();
  });

  it("are all of those that @pulumi/aws has", () => {
    const tried = Object.assign(
      {},
      ...taken.map(({ settings }) => settings),
      leftOut,
      ofNewerProviders,
    ) as object;
    assert.deepEqual([Object.keys(tried).sort(), Object.keys(treatments).sort()], [schema(), schema()]);
  });

  for (const { name, settings, account } of taken)
    it(`take ${name}`, async () => {
      configure(settings);
      const said = await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", "dev");
      assert.doesNotMatch(said, /leaves out/);
      const outputs = await project.pulumiOrFail("stack", "output", "--json", "--stack", "dev");
      assert.deepEqual(JSON.parse(outputs), { account, tags: { Name: "role", Team: "shop" } });
      await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", "dev");
    });

  it("are left out in one sentence where they lead outside, or can mean nothing here", async () => {
    configure({ region: "eu-central-1", ...leftOut });
    const said = await project.pulumiOrFail("preview", "--stack", "dev");
    const sentences = new Set(said.match(/the sandbox leaves out .*/g)?.map((sentence) => sentence.trim()));
    assert.deepEqual(
      [...sentences].map((sentence) => {
        // The reasons in brackets name settings too.
        const named = sentence.replaceAll(/\([^)]*\)/g, "").match(/aws:\w+/g) ?? [];
        return named.sort();
      }),
      [
        Object.keys(leftOut)
          .map((key) => `aws:${key}`)
          .sort(),
      ],
    );
    assert.match(said, /account: "000000000000"/);
  });

  it("do not fail where the Terraform provider is older than @pulumi/aws", async () => {
    configure({ region: "eu-central-1", ...ofNewerProviders });
    await project.pulumiOrFail("preview", "--stack", "dev");
  });
});
