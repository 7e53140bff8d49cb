import {
  AssociateIamInstanceProfileCommand,
  DescribeIamInstanceProfileAssociationsCommand,
  DescribeInstancesCommand,
  DisassociateIamInstanceProfileCommand,
  EC2Client,
  ReplaceIamInstanceProfileAssociationCommand,
} from "@aws-sdk/client-ec2";
import type { Caller } from "../credentials/caller.ts";
import { identityOf } from "../credentials/identity.ts";
import { asAwsError } from "./awsErrors.ts";
import type { InstanceProfiles } from "./converge.ts";
import type { Association, Observed } from "./observed.ts";

/** An association takes five requests. With the SDK's own three attempts, and 3 of 10 failing, one of eight would fail. */
const ATTEMPTS = 10;

/** Where EC2 is asked, and as whom. */
export interface Place {
  /** Undefined for the region of the environment. */
  readonly region: string | undefined;
  readonly caller: Caller;
}

/**
 * EC2 in a place. Credentials and endpoint are found at run time, so that no state holds them. Without time limits the SDK
 * would wait for ever for an answer that was lost.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html for AWS_MAX_ATTEMPTS
 */
export function ec2In({ region, caller }: Place): EC2Client {
  const settings = {
    ...(region !== undefined && { region }),
    ...(!process.env["AWS_MAX_ATTEMPTS"] && { maxAttempts: ATTEMPTS }),
  };
  return new EC2Client({
    ...settings,
    ...identityOf(caller, settings),
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
  });
}

/** The calls for one instance. */
export function instanceProfilesOf(ec2: EC2Client, instanceId: string): InstanceProfiles {
  return {
    observe: async () => {
      const [instance, associations] = await Promise.all([
        describeInstance(ec2, instanceId),
        describeAssociations(ec2, instanceId),
      ]);
      return { ...(instance && { instance }), associations };
    },
    associate: async (Arn) => {
      const IamInstanceProfile = { Arn };
      await ec2.send(new AssociateIamInstanceProfileCommand({ InstanceId: instanceId, IamInstanceProfile }));
    },
    replace: async (AssociationId, Arn) => {
      const IamInstanceProfile = { Arn };
      await ec2.send(new ReplaceIamInstanceProfileAssociationCommand({ AssociationId, IamInstanceProfile }));
    },
    disassociate: async (AssociationId) => {
      await ec2.send(new DisassociateIamInstanceProfileCommand({ AssociationId }));
    },
  };
}

async function describeInstance(ec2: EC2Client, instanceId: string): Promise<Observed["instance"]> {
  try {
    const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] }));
    const state = Reservations[0]?.Instances?.[0]?.State?.Name;
    return state && { state, account: Reservations[0]?.OwnerId ?? "" };
  } catch (error) {
    if (/^InvalidInstanceID\.(NotFound|Malformed)$/.test(asAwsError(error).name)) return undefined;
    throw error;
  }
}

async function describeAssociations(ec2: EC2Client, instanceId: string): Promise<Association[]> {
  const { IamInstanceProfileAssociations = [] } = await ec2.send(
    new DescribeIamInstanceProfileAssociationsCommand({
      Filters: [{ Name: "instance-id", Values: [instanceId] }],
    }),
  );
  return IamInstanceProfileAssociations.flatMap(
    ({ AssociationId, IamInstanceProfile, State: state }): Association[] =>
      AssociationId && IamInstanceProfile?.Arn && state
        ? [{ associationId: AssociationId, profileArn: IamInstanceProfile.Arn, state }]
        : [],
  );
}

/** The instance that an id names: its own, or that of its association. */
export async function instanceOf(ec2: EC2Client, id: string): Promise<string | undefined> {
  if (!id.startsWith("iip-assoc-")) return id;
  const { IamInstanceProfileAssociations: [association] = [] } = await ec2.send(
    new DescribeIamInstanceProfileAssociationsCommand({
      Filters: [{ Name: "association-id", Values: [id] }],
    }),
  );
  return association?.InstanceId;
}
