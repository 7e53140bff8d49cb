/**
 * An event as CloudTrail writes it, as far as it is read here.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export interface CloudTrailRecord {
  /** ISO 8601, in UTC: `2026-11-20T08:00:00Z`. */
  readonly eventTime: string;
  /** Such as `s3.amazonaws.com`. */
  readonly eventSource: string;
  /** Such as `ListObjects`. */
  readonly eventName: string;
  readonly awsRegion?: string;
  /** Such as `AwsApiCall`; what a service does by itself, and sign-ins, are others. */
  readonly eventType?: string;
  /** `Management`, `Data`, `Insight` or `NetworkActivity`. */
  readonly eventCategory?: string;
  readonly managementEvent?: boolean;
  readonly readOnly?: boolean;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  /** The account that the event is logged for. */
  readonly recipientAccountId?: string;
  readonly userIdentity?: {
    readonly type?: string;
    readonly sessionContext?: { readonly sessionIssuer?: { readonly arn?: string } };
  };
  readonly requestParameters?: Readonly<Record<string, unknown>> | null;
  readonly resources?: unknown;
}

/** One event, or undefined where a text is none. */
export function readRecord(text: string): CloudTrailRecord | undefined {
  try {
    const record = JSON.parse(text) as Partial<CloudTrailRecord> | null;
    const isEvent =
      typeof record?.eventTime === "string" &&
      /^\d{4}-\d\d-\d\dT/.test(record.eventTime) &&
      typeof record.eventSource === "string" &&
      typeof record.eventName === "string";
    return isEvent ? (record as CloudTrailRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** The role whose session sent a request. */
export function roleOf({ userIdentity }: CloudTrailRecord): string | undefined {
  return userIdentity?.type === "AssumedRole" ? userIdentity.sessionContext?.sessionIssuer?.arn : undefined;
}

/** Whether an event is of those that a trail logs only where that is switched on. Old events say nothing of it. */
export function isDataEvent({ eventCategory, managementEvent }: CloudTrailRecord): boolean {
  return eventCategory === "Data" || managementEvent === false;
}

/** A parameter of the request that is a text. */
export function parameter({ requestParameters }: CloudTrailRecord, name: string): string | undefined {
  const value = requestParameters?.[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
