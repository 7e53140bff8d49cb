import { devNull } from "node:os";
import { withoutForeign } from "../environment.ts";

/** What a command sees that runs as an instance. */
export interface InstanceSurroundings {
  /** Of the embedded AWS. */
  readonly endpoint: string;
  readonly region: string;
  /** Of the instance's own metadata service. */
  readonly metadataEndpoint: string;
  /** Where requests go that leave this machine. */
  readonly proxy: string;
}

const proxies = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"];

/** Proxies of the user, which would lead out of the sandbox. */
const isProxy = (name: string) => /^(https?|all|no)_proxy$/i.test(name);

const loopback = "127.0.0.1,localhost,::1";

/**
 * The environment of a command on an instance: no key, no profile and no file of the AWS SDKs, so that the one thing they
 * find is the metadata service.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
export function instanceEnvironment(
  user: NodeJS.ProcessEnv,
  { endpoint, region, metadataEndpoint, proxy }: InstanceSurroundings,
): NodeJS.ProcessEnv {
  const kept = Object.entries(withoutForeign(user)).filter(([name]) => !isProxy(name));
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(proxies.map((name) => [name, proxy])),
    NO_PROXY: loopback,
    no_proxy: loopback,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: metadataEndpoint,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    // The name that boto3 and AWS CLI 1 read.
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}
