import type { WorkloadOutputs } from "../deployedStack.ts";
import type { Finding } from "./finding.ts";
import { judgeTags } from "./judgeTags.ts";
import type { ObservedTemplate, ObservedTemplateVersion } from "./observation.ts";
import type { WantedTags } from "./tags.ts";

/** Compares a launch template with the one that the last update left. */
export function* judgeTemplate(
  outputs: WorkloadOutputs,
  template: ObservedTemplate | undefined,
  tags: WantedTags,
): Iterable<Finding> {
  const { launchTemplateId: id, launchTemplateLatestVersion: deployed } = outputs;
  if (id === undefined) return;
  const at = `launch template ${id}`;
  const want = `default version ${deployed ?? "unknown"}`;
  if (template === undefined) {
    yield { at, got: "no such template", want, fix: 'run "pulumi refresh" and "pulumi up"' };
    return;
  }
  if (template.defaultVersion !== deployed) {
    const fix = `run "aws ec2 modify-launch-template --launch-template-id ${id} --default-version ${deployed ?? ""}"`;
    yield { at, got: `default version ${template.defaultVersion}`, want, fix };
  }
  for (const version of template.newer) {
    yield {
      at: `${at} version ${version.number}`,
      got: shownVersion(version, outputs),
      want: `no version after ${deployed ?? "the deployed one"}`,
      fix: `run "aws ec2 delete-launch-template-versions --launch-template-id ${id} --versions ${version.number}"`,
    };
  }
  yield* judgeTags(at, template.tags, tags);
}

/** A version that nobody deployed, with what it lets a launch do that the deployed ones never do. */
function shownVersion(
  { tokens, profile }: ObservedTemplateVersion,
  { instanceProfileArn, instanceProfileName }: WorkloadOutputs,
): string {
  const said = [
    ...(tokens === "required" ? [] : ["allows IMDSv1"]),
    ...(profile === instanceProfileArn || profile === instanceProfileName
      ? []
      : [profile === undefined ? "has no instance profile" : `has the instance profile ${profile}`]),
  ];
  return ["a version that no update made", ...(said.length > 0 ? [`which ${said.join(" and ")}`] : [])].join(
    ", ",
  );
}
