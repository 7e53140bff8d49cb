import { GetInstanceProfileCommand } from "@aws-sdk/client-iam";
import { ifThere } from "../awsErrors.ts";
import type { Clients } from "../clients.ts";
import type { Change, Found } from "./nextUpdate.ts";

/**
 * Instance profiles to which the next update would add a role that they have in AWS already. A profile is made by one request and
 * gets its role by another; where only the answer of that one is lost, the state has the profile without its role, and AWS
 * refuses each further update, since a profile holds one role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html
 */
export async function halfMade(
  { iam }: Pick<Clients, "iam">,
  updates: readonly Change[],
): Promise<readonly Found[]> {
  const profiles = updates.filter(
    ({ type, fields }) => type === "aws:iam/instanceProfile:InstanceProfile" && fields.includes("role"),
  );
  const found = await Promise.all(
    profiles.map(async (profile) => {
      const name = String(profile.inputs.name);
      const answer = await ifThere(`the role of instance profile ${name}`, () =>
        iam.send(new GetInstanceProfileCommand({ InstanceProfileName: name })),
      );
      const roles = answer?.InstanceProfile?.Roles?.map(({ RoleName }) => RoleName) ?? [];
      return roles.includes(String(profile.inputs.role)) ? [{ ...profile, id: name }] : [];
    }),
  );
  return found.flat();
}
