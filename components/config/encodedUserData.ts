/** How texts begin that cloud-init or EC2Launch reads. */
const BEGINNING = /^(?:#!|#cloud-|#include|## template|MIME-Version|Content-Type|<powershell|<script)/i;

/** The first two bytes of gzip as Latin-1, and as UTF-8, in which the second is none. */
const GZIP = ["\u001f\u008b", "\u001f\ufffd"];

/**
 * Whether user data is the base64 of a script, of cloud-init text or of gzip, or gzip itself read as text: encoded once
 * more, cloud-init would find nothing in it to run.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export function isEncoded(text: string): boolean {
  if (isGzip(text)) return true;
  const joined = text.replace(/\s/g, "");
  if (!/^[A-Za-z0-9+/]{12,}={0,2}$/.test(joined)) return false;
  const decoded = Buffer.from(joined, "base64").toString("latin1");
  return isGzip(decoded) || BEGINNING.test(decoded);
}

function isGzip(text: string): boolean {
  return GZIP.some((beginning) => text.startsWith(beginning));
}
