import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  type IAMClient,
  RemoveRoleFromInstanceProfileCommand,
  TagInstanceProfileCommand,
  UntagInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import { ec2TrustPolicy } from "../../../components/permissions/trustPolicy.ts";
import {
  account,
  arn,
  inTurn,
  path,
  policyArn,
  profileArn,
  roleArn,
  roleName,
  type Tampering,
} from "./tampering.ts";

const RoleName = roleName("plain");
const InstanceProfileName = RoleName;
const AssumeRolePolicyDocument = ec2TrustPolicy("aws");
const Tags = Object.entries({
  Project: "instance-profiles",
  Stack: "tampered",
  Environment: "test",
  Workload: "plain",
}).map(([Key, Value]) => ({ Key, Value }));

const add = (iam: IAMClient, name: string, profile: string) => () =>
  iam.send(new AddRoleToInstanceProfileCommand({ RoleName: name, InstanceProfileName: profile }));
const remove = (iam: IAMClient, name: string, profile: string) => () =>
  iam.send(new RemoveRoleFromInstanceProfileCommand({ RoleName: name, InstanceProfileName: profile }));

/** The role without anything, and the same role on a path. */
const deleteRole = (iam: IAMClient) =>
  inTurn(
    remove(iam, RoleName, InstanceProfileName),
    () => iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: policyArn("plain") })),
    () => iam.send(new DeleteRoleCommand({ RoleName })),
  );
const createRole = (iam: IAMClient, Path: string) =>
  inTurn(
    () => iam.send(new CreateRoleCommand({ RoleName, Path, AssumeRolePolicyDocument, Tags })),
    () => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: policyArn("plain") })),
    add(iam, RoleName, InstanceProfileName),
  );

const deleteProfile = (iam: IAMClient) =>
  inTurn(remove(iam, RoleName, InstanceProfileName), () =>
    iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName })),
  );
const createProfile = (iam: IAMClient, Path: string) =>
  inTurn(
    () => iam.send(new CreateInstanceProfileCommand({ InstanceProfileName, Path, Tags })),
    add(iam, RoleName, InstanceProfileName),
  );

function second(name: string, Path: string, finds: readonly string[]): Tampering {
  const spare = { InstanceProfileName: "tamper-spare" };
  return {
    name,
    tamper: async ({ aws: { iam } }) => {
      await iam.send(new CreateInstanceProfileCommand({ ...spare, Path }));
      await add(iam, RoleName, spare.InstanceProfileName)();
      return () =>
        inTurn(remove(iam, RoleName, spare.InstanceProfileName), () =>
          iam.send(new DeleteInstanceProfileCommand(spare)),
        );
    },
    finds: () => finds,
  };
}

const spare = (Path: string) => arn("instance-profile", `${Path}tamper-spare`);
const alone = `the role in ${profileArn("plain")} alone`;
const exactly = `exactly the role ${RoleName}`;

/** What somebody does to the places of roles: profiles and paths. */
export const placeTamperings: readonly Tampering[] = [
  second("a second profile that holds the role", "/", [
    `plain | instance profile ${spare("/")} | holds the role too | ${alone}`,
  ]),
  second("a second profile below the path of the stack", path, [
    `stack | instance profile ${spare(path)} | there, below ${path} | only what the stack makes`,
    `plain | instance profile ${spare(path)} | holds the role too | ${alone}`,
  ]),
  {
    name: "a profile without its role",
    tamper: async ({ aws: { iam } }) => {
      await remove(iam, RoleName, InstanceProfileName)();
      return add(iam, RoleName, InstanceProfileName);
    },
    finds: () => [`plain | instance profile | no role | ${exactly}`],
  },
  {
    name: "a profile with the role of another workload",
    tamper: async ({ aws: { iam } }) => {
      const other = roleName("worker");
      await inTurn(remove(iam, RoleName, InstanceProfileName), add(iam, other, InstanceProfileName));
      return () => inTurn(remove(iam, other, InstanceProfileName), add(iam, RoleName, InstanceProfileName));
    },
    finds: () => [
      `worker | instance profile ${profileArn("plain")} | holds the role too | the role in ${profileArn("worker")} alone`,
      `plain | instance profile | the role ${roleName("worker")} | ${exactly}`,
    ],
  },
  {
    name: "a tag of a profile",
    tamper: async ({ aws: { iam } }) => {
      const tag = { Key: "team", Value: "eve" };
      await iam.send(new TagInstanceProfileCommand({ InstanceProfileName, Tags: [tag] }));
      return () => iam.send(new UntagInstanceProfileCommand({ InstanceProfileName, TagKeys: [tag.Key] }));
    },
    finds: () => ['plain | instance profile tag team | "eve" | none'],
  },
  {
    name: "a profile that is gone",
    tamper: async ({ aws: { iam } }) => {
      await deleteProfile(iam);
      return () => createProfile(iam, path);
    },
    finds: () => [`plain | instance profile | no such profile | ${exactly}`],
  },
  {
    name: "a profile that was made anew on another path",
    tamper: async ({ aws: { iam } }) => {
      await deleteProfile(iam);
      await createProfile(iam, "/");
      return () =>
        inTurn(
          () => deleteProfile(iam),
          () => createProfile(iam, path),
        );
    },
    finds: () => [
      `plain | instance profile ${arn("instance-profile", `/${InstanceProfileName}`)} | holds the role too | ${alone}`,
      `plain | instance profile | no such profile | ${exactly}`,
    ],
  },
  {
    name: "a role that was made anew on another path",
    tamper: async ({ aws: { iam } }) => {
      await deleteRole(iam);
      await createRole(iam, "/");
      return () =>
        inTurn(
          () => deleteRole(iam),
          () => createRole(iam, path),
        );
    },
    finds: () => [`plain | role | ${arn("role", `/${RoleName}`)} | ${roleArn("plain")}`],
  },
  {
    name: "a role that is gone",
    tamper: async ({ aws: { iam } }) => {
      await deleteRole(iam);
      return () => createRole(iam, path);
    },
    finds: () => [
      `plain | role | no such role | ${roleArn("plain")}`,
      `plain | instance profile | no role | ${exactly}`,
      // AWS's simulator knows no such role and says nothing of it; that of the embedded AWS says that it may do nothing.
      ...["GetQueueAttributes", "GetQueueUrl", "SendMessage"].map(
        (action) =>
          `plain | sqs:${action} on arn:aws:sqs:eu-central-1:${account}:plain | denied | allowed (sqs send plain)`,
      ),
    ],
  },
  {
    name: "a role that nobody declared below the path of the stack",
    tamper: async ({ aws: { iam } }) => {
      const role = { RoleName: "tamper-stranger", Path: path, AssumeRolePolicyDocument };
      await iam.send(new CreateRoleCommand(role));
      return () => iam.send(new DeleteRoleCommand(role));
    },
    finds: () => [
      `stack | role ${arn("role", `${path}tamper-stranger`)} | there, below ${path} | only what the stack makes`,
    ],
  },
];
