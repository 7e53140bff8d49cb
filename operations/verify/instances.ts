import {
  paginateDescribeIamInstanceProfileAssociations,
  paginateDescribeInstances,
  type EC2Client,
  type Filter,
  type IamInstanceProfile,
  type Instance,
} from "@aws-sdk/client-ec2";
import { chunks } from "./chunks.ts";
import { tagsByKey } from "../tagsByKey.ts";
import type { ObservedMetadata, ObservedOrigin } from "./observation.ts";

/** An instance, before anybody asked who it is. */
export interface FoundInstance {
  readonly id: string;
  /** @default - it carries none */
  readonly profileArn?: string;
  /** @default - AWS said nothing of it */
  readonly profileId?: string;
  /** The launch template that it was started from. @default - none */
  readonly template?: ObservedOrigin;
  readonly runs: boolean;
  readonly metadata?: ObservedMetadata;
}

/**
 * EC2 writes these tags on every instance that it starts from a launch template, and nobody can change them.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/launch-instances-from-launch-template.html
 */
const templateTag = "aws:ec2launchtemplate:id";
const versionTag = "aws:ec2launchtemplate:version";

/**
 * The profile of each instance of the region that carries one. There is no filter for the profile, and one listing of the
 * region is less than a request for each instance.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeIamInstanceProfileAssociations.html
 */
async function associations(ec2: EC2Client): Promise<Map<string, IamInstanceProfile>> {
  const found = new Map<string, IamInstanceProfile>();
  const Filters = [{ Name: "state", Values: ["associating", "associated"] }];
  const pages = paginateDescribeIamInstanceProfileAssociations(
    { client: ec2 },
    { Filters, MaxResults: 1000 },
  );
  for await (const { IamInstanceProfileAssociations = [] } of pages)
    for (const { InstanceId = "", IamInstanceProfile } of IamInstanceProfileAssociations)
      if (IamInstanceProfile) found.set(InstanceId, IamInstanceProfile);
  return found;
}

/** The instances that some filter lets through and that are not terminated. */
async function described(ec2: EC2Client, Filters: Filter[]): Promise<Instance[]> {
  const found: Instance[] = [];
  for await (const { Reservations = [] } of paginateDescribeInstances({ client: ec2 }, { Filters }))
    found.push(...Reservations.flatMap(({ Instances = [] }) => Instances));
  return found.filter(({ State }) => State?.Name !== "terminated" && State?.Name !== "shutting-down");
}

/**
 * Every instance that carries a profile below the stack's path, be it declared or not, or that was started from one of the
 * stack's launch templates.
 */
export async function instancesOf(
  ec2: EC2Client,
  path: string,
  templateIds: readonly string[],
): Promise<FoundInstance[]> {
  const profiles = associations(ec2);
  const byTemplate = chunks(templateIds).map((Values) =>
    described(ec2, [{ Name: `tag:${templateTag}`, Values }]),
  );
  const profileOf = await profiles;
  const carrying = [...profileOf].flatMap(([id, { Arn = "" }]) =>
    Arn.includes(`:instance-profile${path}`) ? [id] : [],
  );
  // By filter and not by id: an id that has just gone would fail the whole request.
  const byProfile = chunks(carrying).map(async (Values) => {
    const instances = await described(ec2, [{ Name: "instance-id", Values }]);
    // The embedded AWS does not know this filter.
    return instances.filter(({ InstanceId = "" }) => Values.includes(InstanceId));
  });
  const found = (await Promise.all([...byTemplate, ...byProfile])).flat();
  const once = new Map(found.map((instance) => [instance.InstanceId ?? "", instance]));
  return [...once]
    .map(([id, instance]) => foundInstance(id, instance, profileOf.get(id)))
    .sort((a, b) => a.id.localeCompare(b.id));
}

function foundInstance(
  id: string,
  { State, MetadataOptions, Tags }: Instance,
  profile: IamInstanceProfile | undefined,
): FoundInstance {
  const { HttpTokens: tokens, HttpPutResponseHopLimit: hopLimit } = MetadataOptions ?? {};
  const { [templateTag]: template, [versionTag]: version } = tagsByKey(Tags);
  return {
    id,
    ...(profile?.Arn !== undefined && { profileArn: profile.Arn }),
    ...(profile?.Id !== undefined && { profileId: profile.Id }),
    ...(template !== undefined && { template: { id: template, version: Number(version) } }),
    runs: State?.Name === "running",
    ...(tokens !== undefined && hopLimit !== undefined && { metadata: { tokens, hopLimit } }),
  };
}
