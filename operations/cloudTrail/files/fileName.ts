/** What the name of one of CloudTrail's files says. */
export interface FileName {
  /** Twelve digits. */
  readonly account: string;
  /** The day on which it was delivered, such as `2026-11-20`: what it holds happened on it or before. */
  readonly day: string;
  /** Whether it holds events; others hold digests, or insights. */
  readonly holdsEvents: boolean;
}

/**
 * Reads the name that CloudTrail gives to a file; undefined where it has another, as any file may have.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-name-format.html
 */
export function readFileName(path: string): FileName | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = /^(\d{12})_CloudTrail(-\w+)?_.*?(\d{4})(\d{2})(\d{2})T\d{4,6}Z/.exec(name);
  if (found === null) return undefined;
  const [, account = "", kind, year = "", month = "", day = ""] = found;
  return { account, day: `${year}-${month}-${day}`, holdsEvents: kind === undefined };
}
