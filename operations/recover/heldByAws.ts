import { DescribeLaunchTemplatesCommand } from "@aws-sdk/client-ec2";
import {
  GetInstanceProfileCommand,
  GetPolicyCommand,
  GetRoleCommand,
  paginateListAttachedRolePolicies,
} from "@aws-sdk/client-iam";
import { iamArn, looksLikeArn, type Target } from "../../iam/arn.ts";
import { ifThere } from "../awsErrors.ts";
import type { Clients } from "../clients.ts";
import { tagsByKey } from "../tagsByKey.ts";
import type { Change } from "./nextUpdate.ts";

/** Something in AWS that has the name of a resource which the next update would create. */
export interface Held {
  /** What the provider takes to import it. */
  readonly id: string;
  /** Undefined for an attachment, which belongs to whom its role belongs to. */
  readonly tags: Readonly<Record<string, string>> | undefined;
}

type Aws = Pick<Clients, "iam" | "ec2">;

type LookUp = (
  aws: Aws,
  inputs: Readonly<Record<string, string>>,
  target: Target,
) => Promise<Held | undefined>;

/**
 * By type. The ids are those of the provider's own documentation.
 *
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/#import
 */
const lookUps: Readonly<Record<string, LookUp>> = {
  "aws:iam/role:Role": async ({ iam }, { name = "", path }) => {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
    return Role?.Path === path ? { id: name, tags: tagsByKey(Role?.Tags) } : undefined;
  },
  "aws:iam/policy:Policy": async ({ iam }, { name = "", path = "/" }, target) => {
    const id = iamArn(target, `policy${path}${name}`);
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: id }));
    return { id, tags: tagsByKey(Policy?.Tags) };
  },
  "aws:iam/instanceProfile:InstanceProfile": async ({ iam }, { name = "", path }) => {
    const { InstanceProfile } = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName: name }));
    return InstanceProfile?.Path === path ? { id: name, tags: tagsByKey(InstanceProfile?.Tags) } : undefined;
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": async ({ iam }, { role = "", policyArn = "" }) => {
    // Unknown as long as the policy is to be created too.
    if (!looksLikeArn(policyArn)) return undefined;
    for await (const page of paginateListAttachedRolePolicies({ client: iam }, { RoleName: role }))
      if (page.AttachedPolicies?.some(({ PolicyArn }) => PolicyArn === policyArn))
        return { id: `${role}/${policyArn}`, tags: undefined };
    return undefined;
  },
  "aws:ec2/launchTemplate:LaunchTemplate": async ({ ec2 }, { name = "" }) => {
    const { LaunchTemplates: [template] = [] } = await ec2.send(
      new DescribeLaunchTemplatesCommand({ LaunchTemplateNames: [name] }),
    );
    return template?.LaunchTemplateId
      ? { id: template.LaunchTemplateId, tags: tagsByKey(template.Tags) }
      : undefined;
  },
};

/**
 * Looks for what the next update would create. Undefined where AWS has nothing of that name and path, and for types that
 * need no import: an association is adopted by the next update.
 */
export async function heldByAws(
  aws: Aws,
  { type, inputs }: Change,
  target: Target,
): Promise<Held | undefined> {
  const lookUp = lookUps[type];
  if (!lookUp) return undefined;
  const texts = Object.entries(inputs).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return ifThere(`${type.split(":").at(-1) ?? type} ${String(inputs.name ?? inputs.role)}`, () =>
    lookUp(aws, Object.fromEntries(texts), target),
  );
}
