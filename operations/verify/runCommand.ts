import {
  GetCommandInvocationCommand,
  paginateDescribeInstanceInformation,
  SendCommandCommand,
  type GetCommandInvocationCommandOutput,
  type SSMClient,
} from "@aws-sdk/client-ssm";
import { chunks } from "./chunks.ts";
import type { ObservedIdentity } from "./observation.ts";

/** Instances that one SendCommand takes. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html */
const instancesPerCommand = 50;

/** What AWS takes at least as the time for a command to arrive. */
const minimalTimeout = 30;

const documents = {
  Linux: "AWS-RunShellScript",
  MacOS: "AWS-RunShellScript",
  Windows: "AWS-RunPowerShellScript",
};

/** How long an answer may take, and how often it is looked for. */
export interface Patience {
  readonly seconds: number;
  readonly pauseMilliseconds: number;
}

const patience: Patience = { seconds: 90, pauseMilliseconds: 1000 };

/** The document that runs a command on each instance that SSM reaches now, by instance id. */
async function managed(ssm: SSMClient, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const Values of chunks(ids, instancesPerCommand)) {
    const Filters = [{ Key: "InstanceIds", Values }];
    for await (const { InstanceInformationList = [] } of paginateDescribeInstanceInformation(
      { client: ssm },
      { Filters },
    ))
      for (const { InstanceId = "", PingStatus, PlatformType = "Linux" } of InstanceInformationList)
        if (PingStatus === "Online" && Values.includes(InstanceId))
          found.set(InstanceId, documents[PlatformType]);
  }
  return found;
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html */
const unfinished = ["Pending", "InProgress", "Delayed"];

/** What an invocation that has ended says; nothing while it runs. */
export function identityIn(
  invocation: Pick<
    GetCommandInvocationCommandOutput,
    "Status" | "StandardOutputContent" | "StandardErrorContent"
  >,
): ObservedIdentity | undefined {
  const { Status = "Pending", StandardOutputContent = "", StandardErrorContent = "" } = invocation;
  if (unfinished.includes(Status)) return undefined;
  if (Status === "Success") return { by: "instance", arn: StandardOutputContent.trim() };
  const said = StandardErrorContent.trim().split("\n").pop();
  return { by: "failure", why: `the command ended as ${Status}${said ? `: ${said}` : ""}` };
}

async function answer(
  ssm: SSMClient,
  CommandId: string,
  InstanceId: string,
  { seconds, pauseMilliseconds }: Patience,
): Promise<ObservedIdentity> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    try {
      const found = identityIn(await ssm.send(new GetCommandInvocationCommand({ CommandId, InstanceId })));
      if (found) return found;
    } catch (error) {
      // An invocation is not there at once after its command was sent.
      if ((error as Error).name !== "InvocationDoesNotExist") throw error;
    }
  }
  return { by: "failure", why: `gave no answer in ${seconds} s` };
}

/** Asks the instances that SSM manages who they are; the others are left out. */
export async function askThroughSsm(
  ssm: SSMClient,
  ids: readonly string[],
  region: string,
  report: (detail: string) => void,
  patient = patience,
): Promise<Map<string, ObservedIdentity>> {
  const documentOf = await managed(ssm, ids);
  const found = new Map<string, ObservedIdentity>();
  const commands = [`aws sts get-caller-identity --query Arn --output text --region ${region}`];
  const batches = [...new Set(documentOf.values())].flatMap((DocumentName) =>
    chunks(
      [...documentOf.keys()].filter((id) => documentOf.get(id) === DocumentName),
      instancesPerCommand,
    ).map((InstanceIds) => ({ DocumentName, InstanceIds })),
  );
  await Promise.all(
    batches.map(async (batch) => {
      const { Command } = await ssm.send(
        new SendCommandCommand({
          ...batch,
          Parameters: { commands },
          TimeoutSeconds: Math.max(minimalTimeout, patient.seconds),
        }),
      );
      await Promise.all(
        batch.InstanceIds.map(async (id) => {
          found.set(id, await answer(ssm, Command?.CommandId ?? "", id, patient));
          report(`${found.size} of ${documentOf.size} instances said who they are`);
        }),
      );
    }),
  );
  return found;
}
