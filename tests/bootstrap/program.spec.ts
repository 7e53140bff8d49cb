import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import program from "../../bootstrap/index.ts";
import { inputsOf, recordStack, typesAndNames, valueOf } from "../components/recordedStack.ts";

const project = "instance-profiles-bootstrap";

const provider = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

/** Runs the program with a configuration, and returns what it declared and exported. */
async function declared(config: Readonly<Record<string, string>>) {
  const recorded = recordStack(project, "main");
  pulumi.runtime.setAllConfig(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [`${project}:${key}`, value])),
  );
  return { outputs: await valueOf(await program()), recorded };
}

describe("the bootstrap program", () => {
  const settings = { repository: "acme/instance-profiles", stacks: '["dev","prod"]' };

  it("makes the identity provider, the boundary, and for each stack roles to deploy, preview and observe it", async () => {
    const { recorded, outputs } = await declared(settings);
    const role = (name: string) =>
      [
        `aws:iam/policy:Policy ${name}`,
        `aws:iam/role:Role ${name}`,
        `instance-profiles:bootstrap:GithubRole ${name}`,
      ].concat(`aws:iam/rolePolicyAttachment:RolePolicyAttachment ${name}`);
    const want = [
      "aws:iam/policy:Policy boundary",
      `${provider} github`,
      ...["deploy", "preview", "observe"].flatMap((use) =>
        ["dev", "prod"].flatMap((stack) => role(`${use}-${stack}`)),
      ),
    ];
    assert.deepEqual(
      typesAndNames(recorded).filter((line) => !line.startsWith("pulumi:")),
      want.sort(),
    );
    assert.deepEqual(inputsOf(recorded, provider, "github"), {
      url: "https://token.actions.githubusercontent.com",
      clientIdLists: ["sts.amazonaws.com"],
    });
    for (const arns of [outputs.deployRoleArns, outputs.previewRoleArns, outputs.observeRoleArns])
      assert.deepEqual(Object.keys(arns), ["dev", "prod"]);
  });

  for (const { role, environment } of [
    { role: "deploy-prod", environment: "prod" },
    { role: "preview-prod", environment: "preview-prod" },
    { role: "observe-prod", environment: "observe-prod" },
  ])
    it(`trusts ${role} to the jobs of the environment ${environment}, through the provider of the account`, async () => {
      const { recorded } = await declared(settings);
      const { assumeRolePolicy } = inputsOf(recorded, "aws:iam/role:Role", role);
      assert.deepEqual(JSON.parse(String(assumeRolePolicy)), {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: {
              Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
            },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringEquals: {
                "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                "token.actions.githubusercontent.com:sub": [
                  `repo:acme/instance-profiles:environment:${environment}`,
                ],
              },
            },
          },
        ],
      });
    });

  it("takes an identity provider that is there", async () => {
    const identityProviderArn = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    const { recorded } = await declared({ ...settings, identityProviderArn });
    assert.deepEqual(
      typesAndNames(recorded).filter((line) => line.startsWith(provider)),
      [],
    );
  });

  it("says all that is wrong before it declares anything", async () => {
    const recorded = recordStack(project, "main");
    pulumi.runtime.setAllConfig({ [`${project}:repository`]: "acme", [`${project}:stacks`]: "[]" });
    await assert.rejects(program(), {
      message:
        "The configuration has 2 errors:" +
        '\n  instance-profiles-bootstrap:repository: got "acme", want the repository on GitHub as owner/name or owner@123/name@456' +
        "\n  instance-profiles-bootstrap:stacks: got [], want at least one stack",
    });
    assert.deepEqual(
      typesAndNames(recorded).filter((line) => line.startsWith("aws:")),
      [],
    );
  });
});
