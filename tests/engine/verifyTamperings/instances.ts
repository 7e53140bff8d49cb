import {
  AssociateIamInstanceProfileCommand,
  CreateLaunchTemplateVersionCommand,
  DeleteLaunchTemplateVersionsCommand,
  DescribeIamInstanceProfileAssociationsCommand,
  DisassociateIamInstanceProfileCommand,
  ModifyInstanceMetadataOptionsCommand,
  ModifyLaunchTemplateCommand,
  ReplaceIamInstanceProfileAssociationCommand,
  type RequestLaunchTemplateData,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  TerminateInstancesCommand,
} from "@aws-sdk/client-ec2";
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  DeleteInstanceProfileCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import { arn, inTurn, path, profileArn, roleName, type Tampered, type Tampering } from "./tampering.ts";

const templateOf = ({ outputs }: Tampered) => outputs.api.launchTemplateId ?? "";
const hardened = { HttpTokens: "required", HttpPutResponseHopLimit: 1 } as const;

/** The instance that a tampering started, for its findings. */
let started = "";

async function run({ aws: { ec2 } }: Tampered, input: Partial<RunInstancesCommandInput>) {
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      MinCount: 1,
      MaxCount: 1,
      ImageId: "ami-12345678",
      MetadataOptions: hardened,
      ...input,
    }),
  );
  started = Instances?.[0]?.InstanceId ?? "";
  const own = started;
  return () => ec2.send(new TerminateInstancesCommand({ InstanceIds: [own] }));
}

async function associationOf({ aws: { ec2 }, instance }: Tampered): Promise<string> {
  const Filters = [
    { Name: "instance-id", Values: [instance] },
    { Name: "state", Values: ["associated"] },
  ];
  const { IamInstanceProfileAssociations = [] } = await ec2.send(
    new DescribeIamInstanceProfileAssociationsCommand({ Filters }),
  );
  return IamInstanceProfileAssociations[0]?.AssociationId ?? "";
}

async function associate(stack: Tampered, Arn: string): Promise<void> {
  const AssociationId = await associationOf(stack);
  const IamInstanceProfile = { Arn };
  await stack.aws.ec2.send(
    new ReplaceIamInstanceProfileAssociationCommand({ AssociationId, IamInstanceProfile }),
  );
}

function launching(name: string, change: RequestLaunchTemplateData, which: string): Tampering {
  return {
    name,
    tamper: async (stack) => {
      const { ec2 } = stack.aws;
      const LaunchTemplateId = templateOf(stack);
      await ec2.send(
        new CreateLaunchTemplateVersionCommand({
          LaunchTemplateId,
          SourceVersion: "1",
          LaunchTemplateData: change,
        }),
      );
      return () => ec2.send(new DeleteLaunchTemplateVersionsCommand({ LaunchTemplateId, Versions: ["2"] }));
    },
    finds: (stack) => [
      `api | launch template ${templateOf(stack)} version 2 | a version that no update made${which} | no version after 1`,
    ],
  };
}

const former = { InstanceProfileName: "instance-profiles-tampered-former", Path: path };
const formerArn = arn("instance-profile", `${path}${former.InstanceProfileName}`);

/** What somebody does to instances and launch templates. */
export const instanceTamperings: readonly Tampering[] = [
  launching(
    "a version of a launch template that allows IMDSv1 and is not the default",
    { MetadataOptions: { HttpTokens: "optional" } },
    ", which allows IMDSv1",
  ),
  launching(
    "a version of a launch template with other user data",
    { UserData: Buffer.from("#!/bin/sh").toString("base64") },
    "",
  ),
  launching(
    "a version of a launch template with another profile",
    { IamInstanceProfile: { Name: "admin" } },
    ", which has the instance profile admin",
  ),
  {
    name: "another default version of a launch template",
    tamper: async (stack) => {
      const { ec2 } = stack.aws;
      const LaunchTemplateId = templateOf(stack);
      const setDefault = (DefaultVersion: string) =>
        ec2.send(new ModifyLaunchTemplateCommand({ LaunchTemplateId, DefaultVersion }));
      const LaunchTemplateData = { InstanceType: "t3.nano" } as const;
      await ec2.send(
        new CreateLaunchTemplateVersionCommand({ LaunchTemplateId, SourceVersion: "1", LaunchTemplateData }),
      );
      await setDefault("2");
      return () =>
        inTurn(
          () => setDefault("1"),
          () => ec2.send(new DeleteLaunchTemplateVersionsCommand({ LaunchTemplateId, Versions: ["2"] })),
        );
    },
    finds: (stack) => [
      `api | launch template ${templateOf(stack)} | default version 2 | default version 1`,
      `api | launch template ${templateOf(stack)} version 2 | a version that no update made | no version after 1`,
    ],
  },
  {
    name: "an instance that allows IMDSv1",
    tamper: async ({ aws: { ec2 }, instance: InstanceId }) => {
      const weak = { HttpTokens: "optional", HttpPutResponseHopLimit: 2 } as const;
      await ec2.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId, ...weak }));
      return () => ec2.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId, ...hardened }));
    },
    finds: ({ instance }) => [
      `api | instance ${instance} metadata | tokens optional | tokens required`,
      `api | instance ${instance} metadata | hop limit 2 | hop limit 1`,
    ],
  },
  {
    name: "an instance with the profile that was not started from the launch template",
    tamper: (stack) => run(stack, { IamInstanceProfile: { Arn: profileArn("api") } }),
    finds: (stack) => [
      `api | instance ${started} launch | started from no launch template | started from launch template ${templateOf(stack)}`,
    ],
  },
  {
    name: "an instance that was started from a version that no update made",
    tamper: async (stack) => {
      const { ec2 } = stack.aws;
      const LaunchTemplateId = templateOf(stack);
      const LaunchTemplateData = { InstanceType: "t3.nano" } as const;
      await ec2.send(
        new CreateLaunchTemplateVersionCommand({ LaunchTemplateId, SourceVersion: "1", LaunchTemplateData }),
      );
      const stop = await run(stack, { LaunchTemplate: { LaunchTemplateId, Version: "2" } });
      await ec2.send(new DeleteLaunchTemplateVersionsCommand({ LaunchTemplateId, Versions: ["2"] }));
      return stop;
    },
    finds: (stack) => [
      `api | instance ${started} launch | started from version 2, which no update made | started from launch template ${templateOf(stack)}`,
    ],
  },
  {
    name: "an instance on a profile of the stack that does not exist any more, as after a workload was renamed",
    tamper: async (stack) => {
      const { iam } = stack.aws;
      await iam.send(new CreateInstanceProfileCommand(former));
      const stop = await run(stack, { IamInstanceProfile: { Arn: formerArn } });
      await iam.send(new DeleteInstanceProfileCommand(former));
      return stop;
    },
    finds: () => [
      `stack | instance ${started} | the profile ${formerArn}, which does not exist any more | a profile of a declared workload`,
    ],
  },
  {
    name: "an instance on a profile below the path of the stack that nobody declared",
    tamper: async (stack) => {
      const { iam } = stack.aws;
      await iam.send(new CreateInstanceProfileCommand(former));
      const stop = await run(stack, { IamInstanceProfile: { Arn: formerArn } });
      return () => inTurn(stop, () => iam.send(new DeleteInstanceProfileCommand(former)));
    },
    finds: () => [
      `stack | instance profile ${formerArn} | there, below ${path} | only what the stack makes`,
      `stack | instance ${started} | the profile ${formerArn}, which is not declared | a profile of a declared workload`,
    ],
  },
  {
    name: "an instance of a launch template with a profile of somebody else",
    tamper: async (stack) => {
      const { iam } = stack.aws;
      const admin = { InstanceProfileName: "tamper-admin" };
      await iam.send(new CreateInstanceProfileCommand(admin));
      await associate(stack, arn("instance-profile", "/tamper-admin"));
      return () =>
        inTurn(
          () => associate(stack, profileArn("api")),
          () => iam.send(new DeleteInstanceProfileCommand(admin)),
        );
    },
    finds: ({ instance }) => [
      `stack | instance ${instance} | the profile ${arn("instance-profile", "/tamper-admin")} | the profile ${roleName("api")}, as its launch template has it`,
    ],
  },
  {
    name: "an instance of a launch template without a profile",
    tamper: async (stack) => {
      const { ec2 } = stack.aws;
      const AssociationId = await associationOf(stack);
      await ec2.send(new DisassociateIamInstanceProfileCommand({ AssociationId }));
      const back = { InstanceId: stack.instance, IamInstanceProfile: { Arn: profileArn("api") } };
      return () => ec2.send(new AssociateIamInstanceProfileCommand(back));
    },
    finds: ({ instance }) => [
      `stack | instance ${instance} | no profile | the profile ${roleName("api")}, as its launch template has it`,
    ],
  },
  {
    name: "an instance on a former profile of the same name",
    tamper: async (stack) => {
      const { iam } = stack.aws;
      const own = { InstanceProfileName: roleName("api"), RoleName: roleName("api"), Path: path };
      const Tags = Object.entries({
        Project: "instance-profiles",
        Stack: "tampered",
        Environment: "test",
        Workload: "api",
      });
      await iam.send(new RemoveRoleFromInstanceProfileCommand(own));
      await iam.send(new DeleteInstanceProfileCommand(own));
      await iam.send(
        new CreateInstanceProfileCommand({ ...own, Tags: Tags.map(([Key, Value]) => ({ Key, Value })) }),
      );
      await iam.send(new AddRoleToInstanceProfileCommand(own));
      return () => associate(stack, profileArn("api"));
    },
    finds: ({ instance }) => [
      `api | instance ${instance} profile | a former profile of that name, AIPA | AIPA`,
    ],
  },
];
