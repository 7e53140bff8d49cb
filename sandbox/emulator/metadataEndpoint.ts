import { Failure } from "../../commandLine/failure.ts";

/** An instance of the embedded AWS, and where its metadata service listens. */
export interface InstanceMetadata {
  readonly instanceId: string;
  readonly account: string;
  readonly region: string;
  /** Whether it was started for this. */
  readonly started: boolean;
  readonly endpoint: string;
}

export interface MetadataOptions {
  /** Seconds after which there are new credentials. @default - as often as on EC2 */
  readonly rotate?: number;
}

/**
 * The metadata service of an instance, by its id, or of one that runs from the default version of a launch template. One is
 * started where none does.
 *
 * @param of as a query of `metadata_service.py` takes it
 * @throws Failure where there is no such instance or template, or no such service
 */
export async function metadataOf(
  emulator: string,
  of: { readonly instance: string } | { readonly template: string },
  { rotate }: MetadataOptions = {},
): Promise<InstanceMetadata> {
  const query = new URLSearchParams({ ...of, ...(rotate !== undefined && { rotate: String(rotate) }) });
  const response = await fetch(`${emulator}/_sandbox/metadata?${query.toString()}`, { method: "POST" });
  const text = await response.text();
  // Whatever MiniStack itself makes of the request.
  if (!isOurs(response))
    throw new Failure(
      `the embedded AWS at ${emulator} was started by an earlier version of this project: run "npx instance-profiles sandbox down", and start it anew`,
    );
  if (!response.ok)
    throw new Failure(`the embedded AWS at ${emulator} has no ${Object.values(of).join()}: ${text}`);
  return JSON.parse(text) as InstanceMetadata;
}

const isOurs = ({ ok, headers }: Response) =>
  headers.get("content-type") === (ok ? "application/json" : "text/plain");
