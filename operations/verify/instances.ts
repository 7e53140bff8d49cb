import {
  paginateDescribeIamInstanceProfileAssociations,
  paginateDescribeInstances,
  type EC2Client,
} from "@aws-sdk/client-ec2";
import { chunks } from "./chunks.ts";
import type { ObservedMetadata } from "./observation.ts";

/** An instance that carries a profile, before anybody asked who it is. */
export interface CarryingInstance {
  readonly id: string;
  readonly profileArn: string;
  readonly runs: boolean;
  readonly metadata?: ObservedMetadata;
}

/**
 * The profile of each instance of the region that carries one of some. There is no filter for the profile, and one
 * listing of the region is less than a request for each instance.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeIamInstanceProfileAssociations.html
 */
async function associations(ec2: EC2Client, profileArns: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const Filters = [{ Name: "state", Values: ["associating", "associated"] }];
  const pages = paginateDescribeIamInstanceProfileAssociations(
    { client: ec2 },
    { Filters, MaxResults: 1000 },
  );
  for await (const { IamInstanceProfileAssociations = [] } of pages)
    for (const { InstanceId = "", IamInstanceProfile } of IamInstanceProfileAssociations)
      if (IamInstanceProfile?.Arn && profileArns.includes(IamInstanceProfile.Arn))
        found.set(InstanceId, IamInstanceProfile.Arn);
  return found;
}

/** Every instance that carries one of some profiles and is not terminated. */
export async function instancesByProfile(
  ec2: EC2Client,
  profileArns: readonly string[],
): Promise<CarryingInstance[]> {
  const profileOf = await associations(ec2, profileArns);
  const found: CarryingInstance[] = [];
  // By filter and not by id: an id that has just gone would fail the whole request.
  for (const Values of chunks([...profileOf.keys()])) {
    const Filters = [{ Name: "instance-id", Values }];
    for await (const { Reservations = [] } of paginateDescribeInstances({ client: ec2 }, { Filters })) {
      for (const { InstanceId: id = "", State, MetadataOptions } of Reservations.flatMap(
        ({ Instances = [] }) => Instances,
      )) {
        const profileArn = Values.includes(id) ? profileOf.get(id) : undefined;
        if (profileArn === undefined || State?.Name === "terminated" || State?.Name === "shutting-down")
          continue;
        const { HttpTokens: tokens, HttpPutResponseHopLimit: hopLimit } = MetadataOptions ?? {};
        found.push({
          id,
          profileArn,
          runs: State?.Name === "running",
          ...(tokens !== undefined && hopLimit !== undefined && { metadata: { tokens, hopLimit } }),
        });
      }
    }
  }
  return found.sort((a, b) => a.id.localeCompare(b.id));
}
