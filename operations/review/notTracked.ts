/**
 * What AWS does not tell of any role, for whoever reads a review.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-action-last-accessed.html
 */
export const notTracked = [
  "Attempts count as use, also those that were denied.",
  "Use shows after up to four hours.",
  "AWS looks back 400 days, and less where a region or an action came to be tracked later.",
  "Of actions on data, such as S3 objects, DynamoDB items and SQS messages, AWS tracks the service and not the action. Such an action counts as unused only where its whole service was not used.",
  "AWS does not track iam:PassRole, so it never counts as unused.",
  "AWS does not say which resource was used: of several grants of one service that is in use, none counts as unused.",
  "AWS does not say since when a right was granted: one that is newer than the window may only wait for its first use.",
  "AWS does not document whether a right counts as used that another service uses for the role, as S3 and SSM use kms:Decrypt: look into CloudTrail before such a right goes.",
  "Rights that are rarely needed, as for a yearly job or a recovery, look unused too.",
] as const;

/** Those of them that CloudTrail's events answer. */
export const toldByEvents: readonly string[] = notTracked.filter((sentence) =>
  /^Of actions on data|^AWS does not say which resource/.test(sentence),
);

/** What holds beside that in an embedded AWS. */
export const ofEmbedded =
  "The embedded AWS tells what roles used since it was started, and judges them whatever their age.";
