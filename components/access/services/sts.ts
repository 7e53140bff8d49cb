import { oneOrSeveral, text } from "../../fields.ts";
import { arnsOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const role: ResourceField = {
  description: "The role.",
  noun: "a role name",
  name: /(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}/,
  arn: "iam::{account}:role/{name}",
  arnResource: /role\/[\w+=,.@/-]+/,
  example: "orders-reader",
};

const wantTag = "the key of a session tag, or a list of these";

/**
 * Assuming other roles, which must name this one in their own trust policies. With an external id the role can be
 * assumed with that one alone; session tags can be passed only of the keys that are named.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export const sts = service({
  description: { english: "To assume another role.", korean: "다른 역할 수임(assume)" },
  resources: { role },
  fields: {
    externalId: text("an external id of 2 to 1224 characters", /^[\w+=,.@:/-]{2,1224}$/)
      .meta({
        description: "The external id that the role's trust policy wants. Any request or none if left out.",
        examples: ["acme-orders"],
      })
      .optional(),
    sessionTags: oneOrSeveral(text(wantTag, /^[\w .:/=+@-]{1,128}$/), wantTag)
      .meta({
        description: "Keys of the session tags that may be passed. None if left out.",
        examples: ["team", ["team", "project"]],
      })
      .optional(),
  },
  levels: {
    assume: [
      [["sts:AssumeRole"], "{unconfirmed}"],
      [["sts:AssumeRole"], "{role}", { StringEquals: { "sts:ExternalId": ["{externalId}"] } }],
      [["sts:TagSession"], "{role}", { "ForAllValues:StringEquals": { "aws:TagKeys": ["{sessionTags}"] } }],
    ],
  },
  derived: (grant, target) => ({
    unconfirmed: grant.externalId === undefined ? arnsOf(role, grant.role, target) : [],
  }),
  examples: [
    { role: "orders-reader", level: "assume" },
    { role: "orders-reader", externalId: "acme-orders", sessionTags: "team", level: "assume" },
  ],
  neighbouringActions: ["sts:GetFederationToken"],
  // A boundary that let every role be assumed would end at the most powerful one of the account.
  withinBoundary: false,
});
