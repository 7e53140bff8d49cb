import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "../../../sandbox/emulator/root.ts";

/** What GitHub says of a job in its token. */
export interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
}

/** A token as GitHub's, but for its signature, which the embedded AWS does not look at. */
function tokenOf(claims: Claims): string {
  const parts = [{ alg: "RS256", typ: "JWT" }, claims, "unsigned"];
  return parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
}

/**
 * Takes a role as a job of GitHub does.
 *
 * @throws AccessDenied where the role does not trust the job
 */
export async function takeRole(endpoint: string, RoleArn: string, claims: Claims): Promise<Credentials> {
  // The request is not signed, but the SDK wants credentials.
  const credentials = { accessKeyId: "none", secretAccessKey: "none" };
  const sts = new STSClient({ endpoint, region: "eu-central-1", credentials });
  const { Credentials: issued } = await sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn,
      RoleSessionName: "job",
      WebIdentityToken: tokenOf(claims),
    }),
  );
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken } = issued ?? {};
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken && { sessionToken: SessionToken }),
  };
}
