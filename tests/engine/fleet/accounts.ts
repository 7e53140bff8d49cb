import { ListRolesCommand } from "@aws-sdk/client-iam";
import { clientsOf } from "../../../sandbox/proof/clients.ts";

/** The roles of workloads in an account. The embedded AWS takes an access key of twelve digits as the root of that account. */
export async function workloadRoles(endpoint: string, account: string): Promise<string[]> {
  const { iam } = clientsOf(endpoint, "eu-central-1", { accessKeyId: account, secretAccessKey: "test" });
  const { Roles = [] } = await iam.send(new ListRolesCommand({ PathPrefix: "/instance-profiles/" }));
  return Roles.map(({ RoleName = "" }) => RoleName).sort();
}
