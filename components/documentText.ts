/**
 * The characters that a policy document may hold: tab, line feed, carriage return, and U+0020 to U+00FF.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const DOCUMENT_TEXT = /^[\t\n\r\u0020-\u00ff]*$/;

export const WANT_DOCUMENT_TEXT =
  "only characters that a policy document may hold (U+0020 to U+00FF, tab, line feed)";
