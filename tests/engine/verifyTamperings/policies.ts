import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteUserCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  SetDefaultPolicyVersionCommand,
} from "@aws-sdk/client-iam";
import { ec2TrustPolicy } from "../../../components/permissions/trustPolicy.ts";
import {
  arn,
  harmless,
  inTurn,
  path,
  policyArn,
  roleName,
  type Tampered,
  type Tampering,
} from "./tampering.ts";

/** The document of a policy in force, and the number of its version. */
async function inForce({ aws: { iam } }: Tampered, PolicyArn: string) {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = Policy?.DefaultVersionId ?? "";
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
  return { VersionId, document: decodeURIComponent(PolicyVersion?.Document ?? "") };
}

function rewriting(
  name: string,
  PolicyArn: string,
  change: (document: string) => string,
  finds: readonly string[],
): Tampering {
  return {
    name,
    tamper: async (stack) => {
      const { iam } = stack.aws;
      const { VersionId, document } = await inForce(stack, PolicyArn);
      const { PolicyVersion } = await iam.send(
        new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: change(document), SetAsDefault: true }),
      );
      return () =>
        inTurn(
          () => iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId })),
          () => iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: PolicyVersion?.VersionId })),
        );
    },
    finds: () => finds,
  };
}

const own = policyArn("api");
const shared = arn("policy", "/tamper-shared");
const limits = arn("policy", "/tamper-limits");
const boundary = arn("policy", "/instance-profiles-bootstrap/instance-profiles-boundary");
const spare = { UserName: "tamper-user", GroupName: "tamper-group", RoleName: "tamper-role" };

function held(
  kind: "user" | "group" | "role",
  by: (stack: Tampered) => readonly (() => Promise<unknown>)[][],
): Tampering {
  return {
    name: `a policy of its own that is attached to a ${kind} too`,
    tamper: async (stack) => {
      const [tamper = [], undo = []] = by(stack);
      await inTurn(...tamper);
      return () => inTurn(...undo);
    },
    finds: () => [
      `api | policy ${own} | attached to ${arn(kind, `/tamper-${kind}`)} too | attached to the role of its workload alone`,
    ],
  };
}

/** What somebody does to policies. */
export const policyTamperings: readonly Tampering[] = [
  rewriting(
    "a policy of its own that allows more",
    own,
    (document) => document.replace('"sqs:SendMessage"', '"sqs:SendMessage","sqs:PurgeQueue"'),
    [
      `api | policy ${own} | a version that gains write on sqs orders (sqs:PurgeQueue) | what the stack file declares`,
    ],
  ),
  rewriting(
    "a policy of its own in the policy language of 2008",
    own,
    (document) => document.replace("2012-10-17", "2008-10-17"),
    [
      `api | policy ${own} | a version in the policy language of 2008-10-17, not of 2012-10-17 | what the stack file declares`,
    ],
  ),
  held("user", ({ aws: { iam } }) => [
    [
      () => iam.send(new CreateUserCommand(spare)),
      () => iam.send(new AttachUserPolicyCommand({ ...spare, PolicyArn: own })),
    ],
    [
      () => iam.send(new DetachUserPolicyCommand({ ...spare, PolicyArn: own })),
      () => iam.send(new DeleteUserCommand(spare)),
    ],
  ]),
  held("group", ({ aws: { iam } }) => [
    [
      () => iam.send(new CreateGroupCommand(spare)),
      () => iam.send(new AttachGroupPolicyCommand({ ...spare, PolicyArn: own })),
    ],
    [
      () => iam.send(new DetachGroupPolicyCommand({ ...spare, PolicyArn: own })),
      () => iam.send(new DeleteGroupCommand(spare)),
    ],
  ]),
  held("role", ({ aws: { iam } }) => [
    [
      () => iam.send(new CreateRoleCommand({ ...spare, AssumeRolePolicyDocument: ec2TrustPolicy("aws") })),
      () => iam.send(new AttachRolePolicyCommand({ ...spare, PolicyArn: own })),
    ],
    [
      () => iam.send(new DetachRolePolicyCommand({ ...spare, PolicyArn: own })),
      () => iam.send(new DeleteRoleCommand(spare)),
    ],
  ]),
  {
    name: "a policy of its own that is attached to another role of the stack",
    tamper: async ({ aws: { iam } }) => {
      const attachment = { RoleName: roleName("plain"), PolicyArn: own };
      await iam.send(new AttachRolePolicyCommand(attachment));
      return () => iam.send(new DetachRolePolicyCommand(attachment));
    },
    finds: () => [`plain | policy ${own} | attached | only declared policies`],
  },
  {
    name: "a policy of its own that was made anew on another path",
    tamper: async (stack) => {
      const { iam } = stack.aws;
      const name = roleName("plain");
      const there = policyArn("plain");
      const { document } = await inForce(stack, there);
      const move = (from: string, Path: string, to: string) =>
        inTurn(
          () => iam.send(new DetachRolePolicyCommand({ RoleName: name, PolicyArn: from })),
          () => iam.send(new DeletePolicyCommand({ PolicyArn: from })),
          () => iam.send(new CreatePolicyCommand({ PolicyName: name, Path, PolicyDocument: document })),
          () => iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn: to })),
        );
      await move(there, "/", arn("policy", `/${name}`));
      return () => move(arn("policy", `/${name}`), path, there);
    },
    finds: () => [
      `plain | policy ${arn("policy", `/${roleName("plain")}`)} | attached | only declared policies`,
      `plain | policy ${policyArn("plain")} | not attached | attached`,
    ],
  },
  rewriting(
    "another content of a policy of the account",
    shared,
    (document) => document.replace("s3:ListAllMyBuckets", "s3:*"),
    [`stack | policy ${shared} of api | v3 of TIME in force | a version from before the last update, TIME`],
  ),
  {
    name: "an earlier version of a policy of the account",
    tamper: async ({ aws: { iam } }) => {
      const set = (VersionId: string) => () =>
        iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: shared, VersionId }));
      await set("v1")();
      return set("v2");
    },
    finds: () => [
      `stack | policy ${shared} of api | v1 in force, and v2 made after it | the newest version in force`,
    ],
  },
  rewriting(
    "another content of a boundary of the account",
    limits,
    () => harmless.replace("s3:ListAllMyBuckets", "*"),
    [
      `stack | policy ${limits} of worker | v2 of TIME in force | a version from before the last update, TIME`,
    ],
  ),
  rewriting(
    "another content of the boundary of bootstrap",
    boundary,
    (document) => document.replace('"sqs:SendMessage"', '"sqs:SendMessage","iam:CreateUser"'),
    [
      `stack | policy ${boundary} of api | a version that gains write on every resource of iam (iam:CreateUser) | what bootstrap/ declares`,
    ],
  ),
  {
    name: "a policy that nobody declared below the path of the stack",
    tamper: async ({ aws: { iam } }) => {
      await iam.send(new CreatePolicyCommand({ PolicyName: "spare", Path: path, PolicyDocument: harmless }));
      return () => iam.send(new DeletePolicyCommand({ PolicyArn: arn("policy", `${path}spare`) }));
    },
    finds: () => [
      `stack | policy ${arn("policy", `${path}spare`)} | there, below ${path} | only what the stack makes`,
    ],
  },
];
