// Stubbed, because the embedded AWS runs no commands: DescribeInstanceInformation, SendCommand, GetCommandInvocation.
import assert from "node:assert/strict";
import {
  DescribeInstanceInformationCommand,
  GetCommandInvocationCommand,
  InvocationDoesNotExist,
  SendCommandCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { mockClient } from "aws-sdk-client-mock";
import { askThroughSsm, identityIn } from "../../../operations/verify/runCommand.ts";

const arnOf = (id: string) => `arn:aws:sts::111122223333:assumed-role/orders/${id}`;
const notThere = new InvocationDoesNotExist({ message: "", $metadata: {} });

function ask(ids: readonly string[], seconds = 5) {
  return askThroughSsm(new SSMClient({ region: "eu-central-1" }), ids, "eu-central-1", () => undefined, {
    seconds,
    pauseMilliseconds: 1,
  });
}

describe("asking instances through SSM", () => {
  const ssm = mockClient(SSMClient);
  beforeEach(() => ssm.reset());
  after(() => {
    ssm.restore();
  });

  it("asks only those that it reaches now, on all pages, and waits for their answers", async () => {
    ssm
      .on(DescribeInstanceInformationCommand)
      .resolvesOnce({
        InstanceInformationList: [
          { InstanceId: "i-1", PingStatus: "Online", PlatformType: "Linux" },
          { InstanceId: "i-2", PingStatus: "ConnectionLost", PlatformType: "Linux" },
        ],
        NextToken: "more",
      })
      .resolves({
        InstanceInformationList: [{ InstanceId: "i-3", PingStatus: "Online", PlatformType: "Windows" }],
      });
    ssm.on(SendCommandCommand).resolves({ Command: { CommandId: "c" } });
    for (const InstanceId of ["i-1", "i-3"])
      ssm
        .on(GetCommandInvocationCommand, { CommandId: "c", InstanceId })
        .rejectsOnce(notThere)
        .resolvesOnce({ Status: "InProgress" })
        .resolves({ Status: "Success", StandardOutputContent: `${arnOf(InstanceId)}\n` });
    assert.deepEqual(
      Object.fromEntries(await ask(["i-1", "i-2", "i-3", "i-4"])),
      Object.fromEntries(["i-1", "i-3"].map((id) => [id, { by: "instance", arn: arnOf(id) }])),
    );
    const commands = ["aws sts get-caller-identity --query Arn --output text --region eu-central-1"];
    assert.deepEqual(
      ssm.commandCalls(SendCommandCommand).map(({ args: [{ input }] }) => input),
      [
        {
          DocumentName: "AWS-RunShellScript",
          InstanceIds: ["i-1"],
          Parameters: { commands },
          TimeoutSeconds: 30,
        },
        {
          DocumentName: "AWS-RunPowerShellScript",
          InstanceIds: ["i-3"],
          Parameters: { commands },
          TimeoutSeconds: 30,
        },
      ],
    );
  });

  it("asks up to 50 instances with one command", async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `i-${index}`);
    ssm
      .on(DescribeInstanceInformationCommand)
      .callsFake(({ Filters }: { Filters: { Values: string[] }[] }) => ({
        InstanceInformationList: Filters[0]?.Values.map((InstanceId) => ({
          InstanceId,
          PingStatus: "Online",
        })),
      }));
    ssm.on(SendCommandCommand).resolves({ Command: { CommandId: "c" } });
    ssm.on(GetCommandInvocationCommand).resolves({ Status: "Success", StandardOutputContent: "arn" });
    const found = await ask(ids);
    const sizes = ssm
      .commandCalls(SendCommandCommand)
      .map(({ args: [{ input }] }) => input.InstanceIds?.length);
    assert.deepEqual([found.size, sizes], [60, [50, 10]]);
  });

  it("gives up on an answer that does not come", async () => {
    ssm
      .on(DescribeInstanceInformationCommand)
      .resolves({ InstanceInformationList: [{ InstanceId: "i-1", PingStatus: "Online" }] });
    ssm.on(SendCommandCommand).resolves({ Command: { CommandId: "c" } });
    ssm.on(GetCommandInvocationCommand).resolves({ Status: "Pending" });
    assert.deepEqual(
      [...(await ask(["i-1"], 0.02))],
      [["i-1", { by: "failure", why: "gave no answer in 0.02 s" }]],
    );
  });

  it("passes on what SSM refuses for another reason", async () => {
    ssm
      .on(DescribeInstanceInformationCommand)
      .resolves({ InstanceInformationList: [{ InstanceId: "i-1", PingStatus: "Online" }] });
    ssm.on(SendCommandCommand).rejects(new Error("AccessDeniedException"));
    await assert.rejects(ask(["i-1"]), /AccessDenied/);
  });

  it("asks nothing where no instance runs", async () => {
    assert.deepEqual([[...(await ask([]))], ssm.calls().length], [[], 0]);
  });
});

describe("the answer of an instance", () => {
  const cases = [
    ["is awaited while the command runs", { Status: "Delayed" }, undefined],
    [
      "is the text that the command printed",
      { Status: "Success", StandardOutputContent: "arn\n" },
      { by: "instance", arn: "arn" },
    ],
    [
      "is a failure that quotes the last line of what went wrong",
      { Status: "Failed", StandardErrorContent: "\nsh: 1: aws: not found\n" },
      { by: "failure", why: "the command ended as Failed: sh: 1: aws: not found" },
    ],
    [
      "is a failure where the command never arrived",
      { Status: "TimedOut" },
      { by: "failure", why: "the command ended as TimedOut" },
    ],
  ] as const;
  for (const [name, invocation, identity] of cases)
    it(name, () => {
      assert.deepEqual(identityIn(invocation), identity);
    });
});
