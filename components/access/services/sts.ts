import { iamArn, looksLikeArn } from "../../../iam/arn.ts";
import { allow } from "../../../iam/statement.ts";
import { resource, service } from "../service.ts";

/**
 * Assuming one other role, which must name this one in its own trust policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
 */
export const sts = service({
  description: { english: "To assume another role.", korean: "다른 역할 수임(assume)" },
  fields: {
    role: resource({
      description: "The role.",
      noun: "a role name",
      name: /([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}/,
      arn: ["iam", /role\/[\w+=,.@/-]+/],
      examples: ["orders-reader", "arn:aws:iam::111122223333:role/orders-reader"],
    }),
  },
  levels: { assume: [] },
  examples: [{ role: "orders-reader", level: "assume" }],
  statements: ({ role }, target) => [
    allow(["sts:AssumeRole"], [looksLikeArn(role) ? role : iamArn(target, `role/${role}`)]),
  ],
  neighbouringActions: ["sts:GetFederationToken"],
  // A boundary that let every role be assumed would end at the most powerful one of the account.
  withinBoundary: false,
});
