import { entropy } from "./entropy.ts";

/**
 * A long-term key of Amazon Bedrock is `ABSK` and the base64 of `BedrockAPIKey-…:…`; a short-term one is a signed
 * address of Bedrock in base64 behind a prefix of its own.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
 * @see https://github.com/aws/aws-bedrock-token-generator-js
 */
const bedrockKey =
  /(?<![A-Za-z0-9+/])(?:ABSK[A-Za-z0-9+/]{40,400}|bedrock-api-key-[A-Za-z0-9+/]{60}[A-Za-z0-9+/]*)={0,2}/g;

/** Every API key of Amazon Bedrock that stands in a text as it is. */
export function* bedrockKeysIn(text: string): Generator<string> {
  for (const [key] of text.matchAll(bedrockKey)) if (isReal(key)) yield key;
}

/** The least that gitleaks and others take for a long-term key whatever it decodes to. */
const certainLength = 113;

function isReal(key: string): boolean {
  if (/EXAMPLE/.test(key) || entropy(key) < 3.5) return false;
  const isLong = key.startsWith("ABSK");
  const decoded = Buffer.from(key.slice(isLong ? 4 : "bedrock-api-key-".length), "base64").toString("latin1");
  if (!isLong) return /^bedrock\./.test(decoded) || (/\d/.test(key) && /[A-Z]/.test(key));
  return decoded.startsWith("BedrockAPIKey-") || key.length >= certainLength;
}
