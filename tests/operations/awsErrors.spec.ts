import assert from "node:assert/strict";
import { sentenceFor } from "../../operations/awsErrors.ts";

const cases = [
  [
    "CredentialsProviderError",
    'no AWS credentials for reading: set AWS_PROFILE, or log in with "aws sso login"',
  ],
  ["ExpiredToken", "AWS does not accept the credentials for reading: log in again (text)"],
  ["AccessDenied", "your AWS credentials do not allow reading: text"],
  [
    "NoSuchEntityException",
    'reading failed because it is gone: run "pulumi refresh", then "pulumi up" (text)',
  ],
  ["TimeoutError", "reading failed: text"],
] as const;

describe("an error of AWS", () => {
  for (const [name, sentence] of cases) {
    it(`becomes one sentence: ${name}`, () => {
      assert.equal(sentenceFor("reading", Object.assign(new Error("text"), { name })), sentence);
    });
  }
});
