import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Clients } from "../clients.ts";
import type { FoundInstance } from "./instances.ts";
import type { ObservedIdentity } from "./observation.ts";
import { askThroughSsm } from "./runCommand.ts";

/** An instance that carries a profile. */
export type CarryingInstance = FoundInstance & { readonly profileArn: string };

/**
 * Where no command can be run on an instance of an embedded AWS: what its role would say of an instance of this id. The role
 * trusts EC2 alone, for which an embedded AWS takes its root: the environment's credentials, and no role of the stack.
 */
async function assumed(region: string, roleArn: string, instanceId: string): Promise<ObservedIdentity> {
  const answer = await new STSClient({ region })
    .send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: instanceId }))
    .catch((error: unknown) => error as Error);
  // A role that is gone or trusts somebody else is no reason to look at nothing else.
  if (answer instanceof Error) return { by: "failure", why: `its role cannot be assumed: ${answer.message}` };
  const { Credentials: issued } = answer;
  const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "", SessionToken } = issued ?? {};
  const credentials = { accessKeyId, secretAccessKey, ...(SessionToken && { sessionToken: SessionToken }) };
  const { Arn = "" } = await new STSClient({ region, credentials }).send(new GetCallerIdentityCommand({}));
  return { by: "assumption", arn: Arn };
}

/** Who each instance is, by its id. */
export async function identities(
  { ssm }: Clients,
  instances: readonly CarryingInstance[],
  roleArns: ReadonlyMap<string, string>,
  region: string,
  embedded: boolean,
  report: (detail: string) => void,
): Promise<Map<string, ObservedIdentity>> {
  const running = instances.filter(({ runs }) => runs);
  const asked = await askThroughSsm(
    ssm,
    running.map(({ id }) => id),
    region,
    report,
  );
  const found = running.map(async ({ id, profileArn }): Promise<[string, ObservedIdentity]> => {
    const own = asked.get(id);
    if (own) return [id, own];
    if (!embedded) return [id, { by: "nobody", why: "unmanaged" }];
    return [id, await assumed(region, roleArns.get(profileArn) ?? "", id)];
  });
  return new Map(await Promise.all(found));
}
