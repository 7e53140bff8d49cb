import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListInstanceProfilesForRole,
  paginateListRolePolicies,
} from "@aws-sdk/client-iam";
import { Failure } from "../../../commandLine/failure.ts";
import { fromAws } from "../../awsErrors.ts";
import type { Clients } from "../../clients.ts";
import { tagsByKey } from "../../tagsByKey.ts";
import { isOfAccount } from "../../verify/answers.ts";
import { instancesOf } from "../../verify/instances.ts";
import type { ExistingInstance, ExistingPolicy, ExistingRole } from "./existingRole.ts";

type Aws = Pick<Clients, "iam" | "ec2">;

/**
 * Reads a role with its policies, profiles and instances.
 *
 * @throws {Failure} where AWS does not let it be read, which names the action, or where it belongs to a service.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
 */
export async function readRole(aws: Aws, name: string): Promise<ExistingRole> {
  const { iam } = aws;
  const { Role } = await fromAws(`reading the role ${name}`, () =>
    iam.send(new GetRoleCommand({ RoleName: name })),
  );
  const { Arn: arn = "", Path: path = "/", Description: description = "" } = Role ?? {};
  refuseServiceLinked(name, path);
  const [inline, attached, profiles] = await Promise.all([
    inlinePolicies(aws, name),
    attachedPolicies(aws, name),
    profilesOf(aws, name),
  ]);
  const boundary = Role?.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    arn,
    name,
    path,
    trust: decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ""),
    ...(description !== "" && { description }),
    maxSessionSeconds: Role?.MaxSessionDuration ?? 3600,
    tags: tagsByKey(Role?.Tags),
    ...(boundary !== undefined && { boundary }),
    policies: [...inline, ...attached],
    profiles,
    instances: await instancesWith(aws, profiles),
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
function refuseServiceLinked(name: string, path: string): void {
  if (!path.startsWith("/aws-service-role/")) return;
  throw new Failure(
    `the role ${name} is linked to the service ${path.split("/")[2] ?? ""}, which alone may use and change it: adopt the role that your instances carry`,
  );
}

async function inlinePolicies({ iam }: Aws, role: string): Promise<ExistingPolicy[]> {
  const names: string[] = [];
  await fromAws(`listing the inline policies of ${role}`, async () => {
    for await (const page of paginateListRolePolicies({ client: iam }, { RoleName: role }))
      names.push(...(page.PolicyNames ?? []));
  });
  return Promise.all(
    names.map(async (name): Promise<ExistingPolicy> => {
      const { PolicyDocument = "" } = await fromAws(`reading the inline policy ${name} of ${role}`, () =>
        iam.send(new GetRolePolicyCommand({ RoleName: role, PolicyName: name })),
      );
      return { kind: "inline", name, document: decodeURIComponent(PolicyDocument) };
    }),
  );
}

async function attachedPolicies(aws: Aws, role: string): Promise<ExistingPolicy[]> {
  const arns: string[] = [];
  await fromAws(`listing the policies attached to ${role}`, async () => {
    for await (const page of paginateListAttachedRolePolicies({ client: aws.iam }, { RoleName: role }))
      arns.push(...(page.AttachedPolicies ?? []).map(({ PolicyArn = "" }) => PolicyArn));
  });
  return Promise.all(
    arns.map(async (arn): Promise<ExistingPolicy> =>
      isOfAccount(arn) ? customerManaged(aws, arn) : { kind: "AWS managed", arn },
    ),
  );
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html */
function customerManaged({ iam }: Aws, arn: string): Promise<ExistingPolicy> {
  return fromAws(`reading the policy ${arn}`, async () => {
    const { Policy: { DefaultVersionId, AttachmentCount = 0, PermissionsBoundaryUsageCount = 0 } = {} } =
      await iam.send(new GetPolicyCommand({ PolicyArn: arn }));
    const { PolicyVersion } = await iam.send(
      new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: DefaultVersionId }),
    );
    return {
      kind: "customer managed",
      arn,
      document: decodeURIComponent(PolicyVersion?.Document ?? ""),
      isShared: AttachmentCount > 1 || PermissionsBoundaryUsageCount > 0,
    };
  });
}

async function profilesOf({ iam }: Aws, role: string): Promise<string[]> {
  const arns: string[] = [];
  await fromAws(`listing the instance profiles of ${role}`, async () => {
    for await (const page of paginateListInstanceProfilesForRole({ client: iam }, { RoleName: role }))
      arns.push(...(page.InstanceProfiles ?? []).map(({ Arn = "" }) => Arn));
  });
  return arns;
}

async function instancesWith({ ec2 }: Aws, profiles: readonly string[]): Promise<ExistingInstance[]> {
  const found = await Promise.all(
    profiles.map((arn) =>
      fromAws(`looking for the instances with ${arn}`, async () => {
        const named = arn.slice(arn.indexOf(":instance-profile") + ":instance-profile".length);
        const instances = await instancesOf(ec2, named, []);
        return instances.filter(({ profileArn }) => profileArn === arn);
      }),
    ),
  );
  return found
    .flat()
    .map(({ id, template }) => ({ id, ...(template !== undefined && { templateId: template.id }) }));
}
