import { DeleteLaunchTemplateCommand, AssociateIamInstanceProfileCommand } from "@aws-sdk/client-ec2";
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { clientsOf, type Clients } from "../../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../../sandbox/emulator/root.ts";

/** What stands in the account beside the stack of the deploy role. */
export interface Surroundings {
  readonly stack: string;
  readonly boundaryArn: string;
  readonly administrator: string;
  /** A role and a launch template of another stack. */
  readonly otherRole: string;
  readonly otherTemplate: string;
  /** A running instance with no profile. */
  readonly instanceId: string;
}

const document = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

/** What somebody who holds a deployment's credentials would try, by what it is called. */
export function attempts(
  { iam, ec2, sts }: Clients,
  around: Surroundings,
): Record<string, () => Promise<unknown>> {
  const { stack, boundaryArn, administrator, otherRole, otherTemplate, instanceId } = around;
  const own = { RoleName: `instance-profiles-${stack}-orders-api` };
  const itself = { RoleName: `instance-profiles-deploy-${stack}` };
  const fresh = { RoleName: "fresh", AssumeRolePolicyDocument: trust };
  const Path = `/instance-profiles/${stack}/`;
  const ownProfile = { InstanceProfileName: own.RoleName };
  return {
    "create a role outside of its path": () =>
      iam.send(new CreateRoleCommand({ ...fresh, PermissionsBoundary: boundaryArn })),
    "create a role in the path of another stack": () =>
      iam.send(
        new CreateRoleCommand({
          ...fresh,
          Path: "/instance-profiles/other/",
          PermissionsBoundary: boundaryArn,
        }),
      ),
    "create a role without the boundary": () => iam.send(new CreateRoleCommand({ ...fresh, Path })),
    "create a role with another boundary": () =>
      iam.send(new CreateRoleCommand({ ...fresh, Path, PermissionsBoundary: administrator })),
    "take the boundary off a role": () => iam.send(new DeleteRolePermissionsBoundaryCommand(own)),
    "give a role another boundary": () =>
      iam.send(new PutRolePermissionsBoundaryCommand({ ...own, PermissionsBoundary: administrator })),
    "change the boundary": () =>
      iam.send(
        new CreatePolicyVersionCommand({
          PolicyArn: boundaryArn,
          PolicyDocument: document,
          SetAsDefault: true,
        }),
      ),
    "put another version of the boundary in force": () =>
      iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: boundaryArn, VersionId: "v1" })),
    "give itself all rights by a managed policy": () =>
      iam.send(new AttachRolePolicyCommand({ ...itself, PolicyArn: administrator })),
    "give itself all rights by an inline policy": () =>
      iam.send(new PutRolePolicyCommand({ ...itself, PolicyName: "all", PolicyDocument: document })),
    "change its own policy": () =>
      iam.send(
        new CreatePolicyVersionCommand({
          PolicyArn: boundaryArn.replace(/[^/]+$/, itself.RoleName),
          PolicyDocument: document,
          SetAsDefault: true,
        }),
      ),
    "let others take itself": () =>
      iam.send(new UpdateAssumeRolePolicyCommand({ ...itself, PolicyDocument: trust })),
    "let others take a role of its stack": () =>
      iam.send(new UpdateAssumeRolePolicyCommand({ ...own, PolicyDocument: trust })),
    "write an inline policy into a role of its stack": () =>
      iam.send(new PutRolePolicyCommand({ ...own, PolicyName: "all", PolicyDocument: document })),
    "give rights to a role of another stack": () =>
      iam.send(new AttachRolePolicyCommand({ RoleName: otherRole, PolicyArn: administrator })),
    "delete a role of another stack": () => iam.send(new DeleteRoleCommand({ RoleName: otherRole })),
    "create a user": () => iam.send(new CreateUserCommand({ UserName: "somebody" })),
    "create an access key": () => iam.send(new CreateAccessKeyCommand({ UserName: "somebody" })),
    "pass a role of another stack": () =>
      iam.send(new AddRoleToInstanceProfileCommand({ ...ownProfile, RoleName: otherRole })),
    "pass itself": () => iam.send(new AddRoleToInstanceProfileCommand({ ...ownProfile, ...itself })),
    "put a profile of another stack on an instance": () =>
      ec2.send(
        new AssociateIamInstanceProfileCommand({
          InstanceId: instanceId,
          IamInstanceProfile: { Arn: `arn:aws:iam::000000000000:instance-profile/${otherRole}` },
        }),
      ),
    "delete a launch template of another stack": () =>
      ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateName: otherTemplate })),
    "assume a role of its stack": () =>
      sts.send(
        new AssumeRoleCommand({
          RoleArn: `arn:aws:iam::000000000000:role${Path}${own.RoleName}`,
          RoleSessionName: "any",
        }),
      ),
  };
}

const nowhere = {
  stack: "",
  boundaryArn: "",
  administrator: "",
  otherRole: "",
  otherTemplate: "",
  instanceId: "",
};

/** What {@link attempts} has, before there is an account to try it in. */
export const attemptNames: readonly string[] = Object.keys(
  attempts(clientsOf("http://127.0.0.1:1", "eu-central-1", emulatorRoot), nowhere),
);
