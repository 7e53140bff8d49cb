import type { IncomingHttpHeaders } from "node:http";

/** What a request asks of which service. */
export interface AwsRequest {
  /** As the signature names it, such as `ec2`; empty for a request without one. */
  readonly service: string;
  /** Such as `DescribeInstances`; empty where it is told by the path alone, as S3 does. */
  readonly action: string;
}

/**
 * Reads a request of the query protocol, by its parameter `Action`, or of a JSON protocol, by its header.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export function awsRequest(url: string, headers: IncomingHttpHeaders, body: Buffer): AwsRequest {
  const service =
    /Credential=[^/\s]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? "")?.[1] ?? "";
  const target = headers["x-amz-target"];
  if (typeof target === "string") return { service, action: target.split(".").at(-1) ?? "" };
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  const parameters = isForm ? body.toString("utf8") : (url.split("?")[1] ?? "");
  return { service, action: new URLSearchParams(parameters).get("Action") ?? "" };
}
