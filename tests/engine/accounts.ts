import {
  DescribeIamInstanceProfileAssociationsCommand,
  DescribeLaunchTemplatesCommand,
  RunInstancesCommand,
} from "@aws-sdk/client-ec2";
import { ListInstanceProfilesCommand, ListPoliciesCommand, ListRolesCommand } from "@aws-sdk/client-iam";
import { clientsOf, type Clients } from "../../sandbox/proof/clients.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";

/** Clients that see all of one account of the embedded AWS, whose root has the number of the account as its access key. */
export async function rootOf(account: string, region: string): Promise<Clients> {
  return clientsOf((await engineSandbox()).endpoint, region, {
    accessKeyId: account,
    secretAccessKey: "test",
  });
}

/** Starts an instance with no profile and with the metadata options of a hardened template, and returns its id. */
export async function launchIn(account: string, region: string): Promise<string> {
  const { ec2 } = await rootOf(account, region);
  const { Instances: [instance] = [] } = await ec2.send(
    new RunInstancesCommand({
      ImageId: "ami-0123456789abcdef0",
      MinCount: 1,
      MaxCount: 1,
      MetadataOptions: { HttpTokens: "required", HttpPutResponseHopLimit: 1 },
    }),
  );
  if (!instance?.InstanceId) throw new Error("no instance was started");
  return instance.InstanceId;
}

/** What an account holds in a region that a stack can have made, by kind; of an association the instance. */
export async function heldBy(account: string, region: string) {
  const { iam, ec2 } = await rootOf(account, region);
  const [
    { Roles = [] },
    { InstanceProfiles = [] },
    { Policies = [] },
    { LaunchTemplates = [] },
    { IamInstanceProfileAssociations = [] },
  ] = await Promise.all([
    iam.send(new ListRolesCommand({})),
    iam.send(new ListInstanceProfilesCommand({})),
    iam.send(new ListPoliciesCommand({ Scope: "Local" })),
    ec2.send(new DescribeLaunchTemplatesCommand({})),
    ec2.send(
      new DescribeIamInstanceProfileAssociationsCommand({
        Filters: [{ Name: "state", Values: ["associating", "associated"] }],
      }),
    ),
  ]);
  return {
    roles: Roles.map(({ Arn }) => Arn).sort(),
    profiles: InstanceProfiles.map(({ Arn }) => Arn).sort(),
    policies: Policies.map(({ Arn }) => Arn).sort(),
    templates: LaunchTemplates.map(({ LaunchTemplateName }) => LaunchTemplateName).sort(),
    associations: IamInstanceProfileAssociations.map(({ InstanceId, IamInstanceProfile }) => [
      InstanceId,
      IamInstanceProfile?.Arn,
    ]),
  };
}
