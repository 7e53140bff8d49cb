import {
  AssociateIamInstanceProfileCommand,
  DescribeIamInstanceProfileAssociationsCommand,
  RunInstancesCommand,
  TerminateInstancesCommand,
  type EC2Client,
} from "@aws-sdk/client-ec2";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { Failure } from "../../commandLine/failure.ts";
import type { Clients } from "./clients.ts";
import type { Credentials } from "../emulator/root.ts";

export interface ProofInstance {
  readonly id: string;
  /** True where the embedded AWS left the template's profile out and it was attached afterwards. */
  readonly profileAttachedAfterLaunch: boolean;
}

async function carriesProfile(ec2: EC2Client, instanceId: string): Promise<boolean> {
  const filter = { Name: "instance-id", Values: [instanceId] };
  const { IamInstanceProfileAssociations = [] } = await ec2.send(
    new DescribeIamInstanceProfileAssociationsCommand({ Filters: [filter] }),
  );
  return IamInstanceProfileAssociations.some(
    ({ State }) => State === "associated" || State === "associating",
  );
}

/** Starts an instance from a workload's launch template, as an Auto Scaling group would. */
export async function launch(
  ec2: EC2Client,
  launchTemplateId: string,
  instanceProfileArn: string,
): Promise<ProofInstance> {
  const template = { LaunchTemplateId: launchTemplateId, Version: "$Default" };
  const { Instances } = await ec2.send(
    new RunInstancesCommand({ MinCount: 1, MaxCount: 1, LaunchTemplate: template }),
  );
  const id = Instances?.[0]?.InstanceId;
  if (!id) throw new Failure(`launch template ${launchTemplateId} started no instance`);
  if (await carriesProfile(ec2, id)) return { id, profileAttachedAfterLaunch: false };
  await ec2.send(
    new AssociateIamInstanceProfileCommand({
      InstanceId: id,
      IamInstanceProfile: { Arn: instanceProfileArn },
    }),
  );
  return { id, profileAttachedAfterLaunch: true };
}

export async function terminate(ec2: EC2Client, id: string): Promise<void> {
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
}

/** A text of the metadata service of an instance. */
async function metadataText(url: string, init: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (response.ok) return text;
  throw new Failure(`the metadata service of the instance answered ${response.status} (${text}) to ${url}`);
}

/**
 * The temporary credentials that an instance reads from its metadata service, as the SDKs do it there.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html
 */
export async function metadataCredentials(endpoint: string): Promise<Credentials> {
  const token = await metadataText(`${endpoint}/latest/api/token`, {
    method: "PUT",
    headers: { "X-aws-ec2-metadata-token-ttl-seconds": "60" },
  });
  const headers = { "X-aws-ec2-metadata-token": token };
  const ofRoles = `${endpoint}/latest/meta-data/iam/security-credentials/`;
  const role = await metadataText(ofRoles, { headers });
  const document = JSON.parse(await metadataText(`${ofRoles}${role}`, { headers })) as Readonly<
    Record<string, string>
  >;
  const {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    Token: sessionToken,
    Message: reason = "no reason given",
  } = document;
  if (!accessKeyId || !secretAccessKey || !sessionToken)
    throw new Failure(`the metadata service of the instance has no credentials of ${role}: ${reason}`);
  return { accessKeyId, secretAccessKey, sessionToken };
}

/**
 * The role's temporary credentials where no metadata service gives them: by `sts:AssumeRole`, which the embedded AWS allows
 * its root where the trust policy names a service.
 */
export async function assumedCredentials(
  { sts }: Clients,
  roleArn: string,
  sessionName: string,
): Promise<Credentials> {
  const { Credentials: issued } = await sts.send(
    new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName }),
  );
  const {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
  } = issued ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken) throw new Failure(`no credentials for ${roleArn}`);
  return { accessKeyId, secretAccessKey, sessionToken };
}

/** Who the credentials say they are. */
export async function callerIdentity({ sts }: Clients): Promise<string> {
  const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
  return Arn ?? "";
}
