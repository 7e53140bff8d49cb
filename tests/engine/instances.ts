import {
  AssociateIamInstanceProfileCommand,
  DescribeIamInstanceProfileAssociationsCommand,
  DisassociateIamInstanceProfileCommand,
  RunInstancesCommand,
  StopInstancesCommand,
} from "@aws-sdk/client-ec2";
import { CreateInstanceProfileCommand } from "@aws-sdk/client-iam";
import { rootClients } from "./inAws.ts";

/** Starts an instance with no profile, as somebody did before this stack was written, and returns its id. */
export async function launchInstance(): Promise<string> {
  const { ec2 } = await rootClients();
  const { Instances: [instance] = [] } = await ec2.send(
    new RunInstancesCommand({ ImageId: "ami-0123456789abcdef0", MinCount: 1, MaxCount: 1 }),
  );
  if (!instance?.InstanceId) throw new Error("no instance was started");
  return instance.InstanceId;
}

export async function stopInstance(instanceId: string): Promise<void> {
  const { ec2 } = await rootClients();
  await ec2.send(new StopInstancesCommand({ InstanceIds: [instanceId] }));
}

async function associationsOf(instanceId: string) {
  const { ec2 } = await rootClients();
  const { IamInstanceProfileAssociations = [] } = await ec2.send(
    new DescribeIamInstanceProfileAssociationsCommand({
      Filters: [
        { Name: "instance-id", Values: [instanceId] },
        { Name: "state", Values: ["associating", "associated"] },
      ],
    }),
  );
  return IamInstanceProfileAssociations;
}

/** Such as `iip-assoc-0123456789abcdef0`. */
export async function associationIdOf(instanceId: string): Promise<string> {
  return (await associationsOf(instanceId))[0]?.AssociationId ?? "";
}

/** The names of the profiles that an instance carries. */
export async function profilesOn(instanceId: string): Promise<(string | undefined)[]> {
  const associations = await associationsOf(instanceId);
  return associations.map(({ IamInstanceProfile }) => IamInstanceProfile?.Arn?.split("/").at(-1));
}

/** Takes every profile off an instance, as a hand in the console does. */
export async function disassociateByHand(instanceId: string): Promise<void> {
  const { ec2 } = await rootClients();
  for (const { AssociationId } of await associationsOf(instanceId))
    await ec2.send(new DisassociateIamInstanceProfileCommand({ AssociationId }));
}

export async function associateByHand(instanceId: string, name: string): Promise<void> {
  const { ec2 } = await rootClients();
  const IamInstanceProfile = { Name: name };
  await ec2.send(new AssociateIamInstanceProfileCommand({ InstanceId: instanceId, IamInstanceProfile }));
}

/** A profile that no stack knows. */
export async function createForeignProfile(name: string): Promise<void> {
  const { iam } = await rootClients();
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: name }));
}
