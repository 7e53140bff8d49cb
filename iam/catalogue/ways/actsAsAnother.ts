import { changesCode } from "./changesCode.ts";
import { opensSessions } from "./opensSessions.ts";
import { through } from "./through.ts";
import { nobody } from "../../patterns/openTarget.ts";
import { reference, type WayToMoreRights } from "./way.ts";

const role = `arn:aws:iam::000000000000:role/${nobody}`;

/**
 * Actions by which somebody runs code or a session with the rights of another role, which is there already: whoever has
 * to bring the role along needs iam:PassRole, the first of them.
 */
export const actsAsAnother: readonly WayToMoreRights[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  ...through("awsidentityandaccessmanagementiam", [role], ["iam:PassRole"]),
  ...through("awssecuritytokenservice", [role], ["sts:AssumeRole"]),
  ...changesCode,
  ...opensSessions,
  // These need iam:PassRole beside them, and are asked for alone.
  ...asked("awsidentityandaccessmanagementiam", ["iam:AddRoleToInstanceProfile"]),
  ...asked("amazonec2", ["ec2:AssociateIamInstanceProfile", "ec2:RunInstances"], true),
  ...asked("amazonec2", ["ec2:ReplaceIamInstanceProfileAssociation"]),
];

function asked(page: string, actions: readonly string[], representative = false): WayToMoreRights[] {
  return actions.map((action) => ({
    action,
    gain: "acts as another",
    source: reference(page),
    ...(representative && { representative: true }),
  }));
}
