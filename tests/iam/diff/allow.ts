type Words = string | readonly string[];
type Condition = Readonly<Record<string, Readonly<Record<string, Words>>>>;

/** A statement as IAM reads it, in one line. */
export const allow = (Action: Words, Resource: Words, Condition?: Condition) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition && { Condition }),
});

export const deny = (Action: Words, Resource: Words, Condition?: Condition) => ({
  ...allow(Action, Resource, Condition),
  Effect: "Deny",
});

export const queue = "arn:aws:sqs:eu-central-1:111122223333:orders";
export const table = "arn:aws:dynamodb:eu-central-1:111122223333:table/orders";
export const bucket = "arn:aws:s3:::orders";
