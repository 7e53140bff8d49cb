import { metadataOf } from "../emulator/metadataEndpoint.ts";
import type { Clients } from "./clients.ts";
import type { Credentials } from "../emulator/root.ts";
import {
  assumedCredentials,
  launch,
  metadataCredentials,
  terminate,
  type ProofInstance,
} from "./instance.ts";
import type { WorkloadOutputs } from "./workloadOutputs.ts";

/** The embedded AWS that a stack is deployed to. */
export interface EmbeddedAws {
  readonly endpoint: string;
  readonly hasInstanceMetadata: boolean;
}

/** Starts an instance where the workload has a launch template; it is terminated again. */
export async function asInstance<T>(
  admin: Clients,
  outputs: WorkloadOutputs,
  work: (instance: ProofInstance | undefined) => Promise<T>,
): Promise<T> {
  if (!outputs.launchTemplateId) return work(undefined);
  const instance = await launch(admin.ec2, outputs.launchTemplateId, outputs.instanceProfileArn);
  try {
    return await work(instance);
  } finally {
    await terminate(admin.ec2, instance.id);
  }
}

/** The role's credentials, and as which session: what the instance reads from its metadata, where it has one that answers. */
export async function credentialsOf(
  aws: EmbeddedAws,
  admin: Clients,
  { roleArn }: WorkloadOutputs,
  instance: ProofInstance | undefined,
): Promise<{ sessionName: string; credentials: Credentials; notes: string[] }> {
  const sessionName = instance?.id ?? "no-launch-template";
  if (instance && aws.hasInstanceMetadata) {
    const { endpoint } = await metadataOf(aws.endpoint, { instance: instance.id });
    return { sessionName, credentials: await metadataCredentials(endpoint), notes: [] };
  }
  return {
    sessionName,
    credentials: await assumedCredentials(admin, roleArn, sessionName),
    notes: instance
      ? ["the role was assumed for the instance: what that reads from its metadata is not proved here"]
      : ["no launch template, so no instance was started"],
  };
}
