import { GetInstanceProfileCommand, paginateListInstanceProfiles, type IAMClient } from "@aws-sdk/client-iam";
import { tagsByKey } from "../tagsByKey.ts";
import type { ObservedProfile } from "./observation.ts";

/**
 * The instance profiles below a path, by ARN: one listing instead of a request for each. It leaves the tags out, which are
 * asked for of those that are declared.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html
 */
export async function instanceProfiles(
  iam: IAMClient,
  PathPrefix: string,
  declared: ReadonlySet<string>,
): Promise<Map<string, ObservedProfile>> {
  const found: Promise<[string, ObservedProfile]>[] = [];
  for await (const { InstanceProfiles = [] } of paginateListInstanceProfiles(
    { client: iam, pageSize: 1000 },
    { PathPrefix },
  ))
    for (const {
      Arn = "",
      InstanceProfileId: id = "",
      InstanceProfileName: name = "",
      Roles = [],
    } of InstanceProfiles) {
      const roles = Roles.map(({ RoleName = "" }) => RoleName);
      const tags = declared.has(Arn) ? profileTags(iam, name) : Promise.resolve(undefined);
      found.push(tags.then((held) => [Arn, { id, roles, ...(held && { tags: held }) }]));
    }
  return new Map(await Promise.all(found));
}

async function profileTags(iam: IAMClient, InstanceProfileName: string): Promise<Record<string, string>> {
  const { InstanceProfile } = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName }));
  return tagsByKey(InstanceProfile?.Tags);
}
