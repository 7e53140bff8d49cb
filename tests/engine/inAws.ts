import {
  paginateDescribeLaunchTemplates,
  DescribeLaunchTemplateVersionsCommand,
  type ResponseLaunchTemplateData,
} from "@aws-sdk/client-ec2";
import {
  CreatePolicyCommand,
  ListInstanceProfilesCommand,
  ListPoliciesCommand,
  ListRolesCommand,
} from "@aws-sdk/client-iam";
import { clientsOf, type Clients } from "../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../sandbox/emulator/root.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";

/** Clients that see all of the embedded AWS. */
export async function rootClients(): Promise<Clients> {
  return clientsOf((await engineSandbox()).endpoint, "eu-central-1", emulatorRoot);
}

/** Makes policies that allow nothing of use, as a permissions boundary or an owner of a name. */
export async function createPolicies(names: readonly string[]): Promise<void> {
  const { iam } = await rootClients();
  const Statement = [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }];
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
  for (const PolicyName of names) await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
}

/** What a launch template says of the fields of the configuration; whatever it says nothing of is left out. */
export type HeldTemplate = Readonly<Record<string, unknown>>;

function held(data: ResponseLaunchTemplateData): HeldTemplate {
  const device = data.BlockDeviceMappings?.[0];
  const all = {
    ImageId: data.ImageId,
    InstanceType: data.InstanceType,
    UserData: data.UserData,
    HopLimit: data.MetadataOptions?.HttpPutResponseHopLimit,
    SecurityGroupIds: data.SecurityGroupIds?.sort(),
    Monitoring: data.Monitoring?.Enabled,
    DeviceName: device?.DeviceName,
    VolumeSize: device?.Ebs?.VolumeSize,
    VolumeType: device?.Ebs?.VolumeType,
    Iops: device?.Ebs?.Iops,
    Throughput: device?.Ebs?.Throughput,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The launch templates whose name starts with a prefix, by the rest of their name. */
export async function launchTemplates(prefix: string) {
  const { ec2 } = await rootClients();
  const found: Record<string, { defaultVersion?: number; latestVersion?: number; data: HeldTemplate }> = {};
  for await (const { LaunchTemplates = [] } of paginateDescribeLaunchTemplates({ client: ec2 }, {})) {
    for (const { LaunchTemplateName = "", DefaultVersionNumber, LatestVersionNumber } of LaunchTemplates) {
      if (!LaunchTemplateName.startsWith(prefix)) continue;
      const { LaunchTemplateVersions: [version] = [] } = await ec2.send(
        new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateName, Versions: ["$Default"] }),
      );
      found[LaunchTemplateName.slice(prefix.length)] = {
        defaultVersion: DefaultVersionNumber,
        latestVersion: LatestVersionNumber,
        data: held(version?.LaunchTemplateData ?? {}),
      };
    }
  }
  return found;
}

/** The names of everything that a stack made, by kind. */
export async function heldByStack(stack: string) {
  const { iam } = await rootClients();
  const PathPrefix = `/instance-profiles/${stack}/`;
  const [{ Roles = [] }, { InstanceProfiles = [] }, { Policies = [] }, templates] = await Promise.all([
    iam.send(new ListRolesCommand({ PathPrefix })),
    iam.send(new ListInstanceProfilesCommand({ PathPrefix })),
    iam.send(new ListPoliciesCommand({ PathPrefix, Scope: "Local" })),
    launchTemplates(`instance-profiles-${stack}-`),
  ]);
  return {
    roles: Roles.map(({ RoleName }) => RoleName).sort(),
    profiles: InstanceProfiles.map(({ InstanceProfileName }) => InstanceProfileName).sort(),
    policies: Policies.map(({ PolicyName }) => PolicyName).sort(),
    templates: Object.keys(templates)
      .map((name) => `instance-profiles-${stack}-${name}`)
      .sort(),
  };
}
