import assert from "node:assert/strict";
import { CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { clientsOf } from "../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../sandbox/emulator/root.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { faultyAws, type FaultyAws } from "../faults/faultyAws.ts";

/** The embedded AWS checks the signatures of sessions, and those of its root not. */
describe("a signed request that goes through an AWS endpoint with faults", () => {
  const region = "eu-central-1";
  const RoleName = "through-faults";
  let faulty: FaultyAws;
  let credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };

  const document = (...statements: Readonly<Record<string, unknown>>[]) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
    });

  before(async () => {
    faulty = await faultyAws((await engineSandbox()).endpoint, 1);
    const { iam, sts } = clientsOf(faulty.endpoint, region, emulatorRoot);
    const AssumeRolePolicyDocument = document({
      Principal: { AWS: "arn:aws:iam::000000000000:root" },
      Action: "sts:AssumeRole",
    });
    const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
    const PolicyDocument = document({ Action: "ec2:DescribeInstances", Resource: "*" });
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "look", PolicyDocument }));
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: "test" }),
    );
    credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
  });
  after(() => faulty.close());

  it("keeps its signature", async () => {
    const { ec2 } = clientsOf(faulty.endpoint, region, credentials);
    await ec2.send(new DescribeInstancesCommand({}));
    assert.deepEqual(faulty.served.at(-1), { service: "ec2", action: "DescribeInstances", fault: undefined });
  });

  it("is refused where the signature is wrong", async () => {
    const { ec2 } = clientsOf(faulty.endpoint, region, { ...credentials, secretAccessKey: "another" });
    await assert.rejects(ec2.send(new DescribeInstancesCommand({})), { name: "AuthFailure" });
  });
});
