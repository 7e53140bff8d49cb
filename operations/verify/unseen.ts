/** What `verify` does not see, for its help and its guide: whoever trusts it has to know where it ends. */
export const unseen: readonly string[] = [
  "instances and launch templates in other regions than the stack's",
  "changes of account: policies, and of boundaries that bootstrap/ does not declare, from before the last update",
  "what AWS changes in its own managed policies",
  "versions of the stack's policies that are not in force, and earlier versions of its launch templates",
  "launch templates of others that name a profile of the stack",
  "tags and descriptions of the stack's policies, and tags of instances and volumes",
  "user data, image, security groups and volumes of an instance that were chosen at its launch or changed later",
  "policies of buckets, queues, keys and other resources that name a role of the stack",
  "what was changed and changed back between two runs, and who it was: CloudTrail has both",
];
