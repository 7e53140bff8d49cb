/** Where the roles of a stack are. */
export const place = (stack: string) => ({
  account: "111122223333",
  partition: "aws",
  project: "instance-profiles",
  stack,
});

/** Where the state of all stacks is. */
export const store = {
  partition: "aws",
  bucket: "acme-state",
  stateKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
};

/** What the account adds to its boundary, for the stacks of the project. */
export const boundaryChoice = {
  actions: ["pricing:GetProducts"],
  roles: ["arn:aws:iam::111122223333:role/warehouse-reader"],
};
