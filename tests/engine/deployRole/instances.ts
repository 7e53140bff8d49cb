import { RunInstancesCommand, type EC2Client } from "@aws-sdk/client-ec2";

/** Starts an instance as somebody did before, with a profile or with none, and returns its id. */
export async function launch(ec2: EC2Client, profile?: string): Promise<string> {
  const { Instances: [instance] = [] } = await ec2.send(
    new RunInstancesCommand({
      ImageId: "ami-0123456789abcdef0",
      MinCount: 1,
      MaxCount: 1,
      ...(profile !== undefined && { IamInstanceProfile: { Name: profile } }),
    }),
  );
  return instance?.InstanceId ?? "";
}
