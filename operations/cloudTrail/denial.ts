import type { CloudTrailRecord } from "./record.ts";

/** What AWS says of a request that it refused for want of a right. */
export interface Denial {
  readonly errorCode: string;
  /** As the message names them. @default - the message does not say */
  readonly action?: string;
  readonly resource?: string;
}

const codes = /AccessDenied|UnauthorizedOperation|AuthorizationError|NotAuthorized/i;

/**
 * The refusal that an event records; undefined for what was allowed, also where it failed for another reason. Parameters
 * are mostly missing in such an event, but the message names action and resource.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function denialOf({ errorCode, errorMessage }: CloudTrailRecord): Denial | undefined {
  if (typeof errorCode !== "string" || !codes.test(errorCode)) return undefined;
  const text = typeof errorMessage === "string" ? errorMessage : "";
  const [, action] = /not authorized to perform: ([\w-]+:\w+)/.exec(text) ?? [];
  const [, resource] = / on resource: "?(.+?)"?(?: because | with an explicit deny|$)/s.exec(text) ?? [];
  return {
    errorCode,
    ...(action !== undefined && { action }),
    ...(resource?.startsWith("arn:") && { resource }),
  };
}
