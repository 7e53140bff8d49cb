import { iamArn, type Target } from "../iam/arn.ts";
import { iamPath } from "../components/permissions/naming.ts";

/** Where one stack of the project is deployed. Its region is of no matter: a deploy role works in all. */
export interface StackPlace extends Omit<Target, "region"> {
  /** The `name` of the project's Pulumi.yaml, the start of every path and name. */
  readonly project: string;
  readonly stack: string;
}

/** All resources of a kind that the stack makes, which its IAM path holds. */
export function ownIam(place: StackPlace, kind: "role" | "policy" | "instance-profile"): string {
  return iamArn({ ...place, region: "" }, `${kind}${iamPath(place)}*`);
}

/** All resources of a kind of EC2, in every region. */
export function anyEc2(
  { partition, account }: Pick<StackPlace, "partition" | "account">,
  kind: "instance" | "launch-template",
): string {
  return `arn:${partition}:ec2:*:${account}:${kind}/*`;
}

/** The tags of everything that the stack makes; see `components/config/tags.ts`. */
export function ownTags(key: "aws:RequestTag" | "aws:ResourceTag" | "ssm:resourceTag", place: StackPlace) {
  return { [`${key}/Project`]: [place.project], [`${key}/Stack`]: [place.stack] };
}

/** The service that instances get roles through. */
export const ec2Service = ({ partition }: Pick<StackPlace, "partition">) =>
  partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com";
