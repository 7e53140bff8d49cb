import { entropy } from "./entropy.ts";

/**
 * The password of a service-specific credential, for CodeCommit or Keyspaces: 32 bytes in base64, beside the user name
 * that IAM makes of the user and the account, or under its own name.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServiceSpecificCredential.html
 */
const password = /(?<![A-Za-z0-9+/%])((?:[A-Za-z0-9+/]|%2[BF]){43})(?:=|%3D)(?![A-Za-z0-9+/=])/gi;
const userName = /[\w+=,.@-]-at-\d{12}(?!\d)/;
const itsName = /service[_.\- ]?(?:specific[_.\- ]?)?(?:credential[_.\- ]?)?(?:password|secret)/i;

/** What a long-term key of Bedrock decodes to is reported as that. */
const bedrockKey = /BedrockAPIKey-[\w+=,.@-]*:$/;

/** How far the user name or the name of the password may be from it. */
const reach = 300;

/** Every password of a service-specific credential that stands in a text. */
export function* servicePasswordsIn(text: string): Generator<string> {
  if (!userName.test(text) && !itsName.test(text)) return;
  for (const { 0: found, index } of text.matchAll(password)) {
    const before = text.slice(Math.max(0, index - reach), index);
    if (bedrockKey.test(before)) continue;
    const behind = text.slice(index + found.length, index + found.length + reach);
    const isNamed = userName.test(before) || userName.test(behind) || itsName.test(before.slice(-60));
    if (isNamed && !found.includes("EXAMPLE") && entropy(found) >= 3.5) yield found;
  }
}
