import assert from "node:assert/strict";
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { ListRolesCommand } from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { callerOf } from "../../components/credentials/caller.ts";
import { clientsIn } from "../../operations/clients.ts";
import { StsTransport } from "../components/credentials/stsTransport.ts";
import { ownEnvironment } from "../sandbox/environmentVariables.ts";

describe("the clients of a stack", () => {
  ownEnvironment();

  it("call as its caller, and assume each role once for all of them", async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "environment", AWS_SECRET_ACCESS_KEY: "none" });
    const roleArn = "arn:aws:iam::111122223333:role/deploy";
    const settings: Record<string, unknown> = { "aws:assumeRoles": [{ roleArn, sessionName: "pulumi" }] };
    const { value: caller } = await callerOf((key) => settings[key], { secret: false });
    const transport = new StsTransport();
    const clients = clientsIn("eu-west-1", caller);
    for (const { config } of [clients.ec2, clients.iam, clients.sts])
      config.requestHandler = transport as never;
    await Promise.all([
      clients.ec2.send(new DescribeInstancesCommand({})),
      clients.iam.send(new ListRolesCommand({})),
      clients.sts.send(new GetCallerIdentityCommand({})),
    ]);
    const [first, ...others] = transport.requests;
    assert.deepEqual(
      [first, ...others.sort((a, b) => a.host.localeCompare(b.host))],
      [
        {
          signer: "environment",
          host: "sts.eu-west-1.amazonaws.com",
          asked: { Action: "AssumeRole", RoleArn: roleArn, RoleSessionName: "pulumi" },
        },
        { signer: "deploy", host: "ec2.eu-west-1.amazonaws.com", asked: { Action: "DescribeInstances" } },
        { signer: "deploy", host: "iam.amazonaws.com", asked: { Action: "ListRoles" } },
        { signer: "deploy", host: "sts.eu-west-1.amazonaws.com", asked: { Action: "GetCallerIdentity" } },
      ],
    );
  });
});
