import { paginateDescribeIamInstanceProfileAssociations } from "@aws-sdk/client-ec2";
import {
  GetInstanceProfileCommand,
  GetRoleCommand,
  paginateListInstanceProfiles,
  paginateListRoles,
} from "@aws-sdk/client-iam";
import { didYouMean } from "../../../iam/nearest.ts";
import { parseArn } from "../../../iam/arn.ts";
import { Failure } from "../../../commandLine/failure.ts";
import { fromAws, ifThere } from "../../awsErrors.ts";
import type { Clients } from "../../clients.ts";

type Aws = Pick<Clients, "iam" | "ec2">;

/**
 * The name of the role that is meant: by its name or ARN, by an instance profile that holds it, or by an instance that
 * carries it.
 *
 * @throws {Failure} where there is none, with a name that is near.
 */
export async function findRole(
  aws: Aws,
  text: string,
  place: { readonly account: string; readonly region: string },
) {
  if (/^i-[0-9a-f]+$/.test(text)) return roleOfInstance(aws, text, place.region);
  const arn = parseArn(text);
  if (arn === undefined)
    return (await roleNamed(aws, text)) ?? (await roleOfProfile(aws, text)) ?? nobody(aws, text);
  const [kind = "", ...rest] = arn.resource.split("/");
  const name = rest.at(-1) ?? "";
  if (arn.service !== "iam" || !/^(?:role|instance-profile)$/.test(kind) || name === "")
    throw new Failure(
      `got ${text}, want the ARN of a role or of an instance profile, a name, or an instance id`,
    );
  if (arn.account !== place.account)
    throw new Failure(
      `${text} is in account ${arn.account}, and the credentials are of ${place.account}: choose its credentials with AWS_PROFILE`,
    );
  const found = kind === "role" ? await roleNamed(aws, name) : await roleOfProfile(aws, name);
  return found ?? nobody(aws, name);
}

async function roleNamed({ iam }: Aws, name: string): Promise<string | undefined> {
  const found = await ifThere(`the role ${name}`, () => iam.send(new GetRoleCommand({ RoleName: name })));
  return found?.Role?.RoleName;
}

async function roleOfProfile({ iam }: Aws, name: string): Promise<string | undefined> {
  const found = await ifThere(`the instance profile ${name}`, () =>
    iam.send(new GetInstanceProfileCommand({ InstanceProfileName: name })),
  );
  const [role] = found?.InstanceProfile?.Roles ?? [];
  if (found !== undefined && role === undefined)
    throw new Failure(`the instance profile ${name} holds no role: there is nothing to adopt`);
  return role?.RoleName;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeIamInstanceProfileAssociations.html */
async function roleOfInstance(aws: Aws, id: string, region: string): Promise<string> {
  const arns: string[] = [];
  await fromAws(`looking for the profile of ${id}`, async () => {
    const pages = paginateDescribeIamInstanceProfileAssociations(
      { client: aws.ec2 },
      { Filters: [{ Name: "instance-id", Values: [id] }] },
    );
    for await (const { IamInstanceProfileAssociations = [] } of pages)
      for (const { InstanceId, State, IamInstanceProfile } of IamInstanceProfileAssociations)
        if (InstanceId === id && /^associat(?:ed|ing)$/.test(State ?? ""))
          arns.push(IamInstanceProfile?.Arn ?? "");
  });
  const [arn] = arns;
  if (arn === undefined)
    throw new Failure(
      `${id} carries no instance profile in ${region}, or is in another region: name the role, or set aws:region in the stack file`,
    );
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  return (await roleOfProfile(aws, name)) ?? nobody(aws, name);
}

async function nobody({ iam }: Aws, name: string): Promise<never> {
  const names = await fromAws("listing the roles and instance profiles", async () => {
    const found: string[] = [];
    for await (const { Roles = [] } of paginateListRoles({ client: iam, pageSize: 1000 }, {}))
      found.push(...Roles.map(({ RoleName = "" }) => RoleName));
    for await (const { InstanceProfiles = [] } of paginateListInstanceProfiles(
      { client: iam, pageSize: 1000 },
      {},
    ))
      found.push(...InstanceProfiles.map(({ InstanceProfileName = "" }) => InstanceProfileName));
    return found;
  });
  throw new Failure(`no role and no instance profile is called "${name}"${didYouMean(name, names)}`);
}
