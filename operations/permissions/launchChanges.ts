import type { CompiledLaunch } from "../../components/config/compileLaunch.ts";
import type { SettingChange } from "./settingChange.ts";

type Launch = CompiledLaunch | undefined;

/**
 * What changed in how instances start. It gives no right, but decides which code gets those of the role, and who reaches it. Of a
 * launch template that comes, only what is wider than by default.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export function launchChanges(before: Launch, after: Launch): SettingChange[] {
  return [
    ...hops(before?.httpPutResponseHopLimit, after?.httpPutResponseHopLimit),
    ...userData(before, after),
    ...(before && after ? image(before, after) : []),
    ...(before && after ? securityGroups(before, after) : []),
  ];
}

/** Each hop more lets something further away, such as a container, ask for the credentials of the instance. */
function hops(from = 1, to = 1): SettingChange[] {
  const text = `hands its credentials out over ${to} ${to === 1 ? "hop" : "hops"} instead of ${from}`;
  return from === to ? [] : [{ gives: to > from ? "more" : "less", text }];
}

/** The text stays out: it may be long, or a secret. */
function userData(before: Launch, after: Launch): SettingChange[] {
  const [from, to] = [before?.userData ?? "", after?.userData ?? ""];
  const isSecret = (launch: Launch) => /^secret-[0-9a-f]{10}$/.test(launch?.userData ?? "");
  if (from === to || after === undefined) return [];
  if (to === "") return [{ gives: "other", text: "runs no user data any more at the next launch" }];
  const what = `${before ? "other " : ""}user data${isSecret(after) ? ", a secret value" : ""}`;
  const was = isSecret(before) && !isSecret(after) ? ", a secret value before" : "";
  return [
    { gives: "other", text: `runs ${before ? "other " : ""}code as root at the next launch: ${what}${was}` },
  ];
}

function image({ imageId: from }: CompiledLaunch, { imageId: to }: CompiledLaunch): SettingChange[] {
  if (from === to) return [];
  const text = `runs other code as root at the next launch: the image ${to} instead of ${from}`;
  return [{ gives: "other", text }];
}

/** Their order says nothing. */
function securityGroups(before: CompiledLaunch, after: CompiledLaunch): SettingChange[] {
  const shown = ({ securityGroupIds: ids }: CompiledLaunch) =>
    ids === undefined || ids.length === 0
      ? "the default security group of the VPC"
      : [...new Set(ids)].sort().join(", ");
  const [from, to] = [shown(before), shown(after)];
  return from === to
    ? []
    : [{ gives: "other", text: `is launched into other security groups: ${to} instead of ${from}` }];
}
