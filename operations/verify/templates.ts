import {
  paginateDescribeLaunchTemplates,
  paginateDescribeLaunchTemplateVersions,
  type EC2Client,
  type LaunchTemplateVersion,
} from "@aws-sdk/client-ec2";
import type { WorkloadOutputs } from "../deployedStack.ts";
import { chunks } from "./chunks.ts";
import { tagsByKey } from "../tagsByKey.ts";
import type { ObservedTemplate, ObservedTemplateVersion } from "./observation.ts";

/**
 * The launch templates of workloads, by id. A filter leaves out a template that is gone, where its id would fail the request. Only
 * of a template that has versions after the deployed one are the versions asked for.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplates.html
 */
export async function launchTemplates(
  ec2: EC2Client,
  workloads: readonly WorkloadOutputs[],
): Promise<Map<string, ObservedTemplate>> {
  const deployed = new Map(
    workloads.map(({ launchTemplateId = "", launchTemplateLatestVersion: last }) => [launchTemplateId, last]),
  );
  const names = workloads.flatMap(({ launchTemplateName }) => launchTemplateName ?? []);
  const found: Promise<ObservedTemplate>[] = [];
  for (const Values of chunks(names)) {
    const Filters = [{ Name: "launch-template-name", Values }];
    for await (const { LaunchTemplates = [] } of paginateDescribeLaunchTemplates(
      { client: ec2 },
      { Filters },
    ))
      for (const template of LaunchTemplates) {
        const { LaunchTemplateId: id = "", DefaultVersionNumber, LatestVersionNumber = 0, Tags } = template;
        const last = deployed.get(id);
        if (DefaultVersionNumber === undefined) continue;
        const observed = { id, defaultVersion: DefaultVersionNumber, tags: tagsByKey(Tags) };
        const newer =
          last !== undefined && LatestVersionNumber > last
            ? versionsAfter(ec2, id, last)
            : Promise.resolve([]);
        found.push(newer.then((versions) => ({ ...observed, newer: versions })));
      }
  }
  return new Map((await Promise.all(found)).map((template) => [template.id, template]));
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html */
async function versionsAfter(
  ec2: EC2Client,
  LaunchTemplateId: string,
  last: number,
): Promise<ObservedTemplateVersion[]> {
  const found: ObservedTemplateVersion[] = [];
  const asked = { LaunchTemplateId, MinVersion: String(last + 1) };
  for await (const { LaunchTemplateVersions = [] } of paginateDescribeLaunchTemplateVersions(
    { client: ec2 },
    asked,
  ))
    // The embedded AWS gives all of them.
    found.push(...LaunchTemplateVersions.map(observedVersion).filter(({ number }) => number > last));
  return found.sort((one, other) => one.number - other.number);
}

function observedVersion({
  VersionNumber: number = 0,
  LaunchTemplateData: { MetadataOptions, IamInstanceProfile } = {},
}: LaunchTemplateVersion): ObservedTemplateVersion {
  const { HttpTokens: tokens, HttpPutResponseHopLimit: hopLimit } = MetadataOptions ?? {};
  const profile = IamInstanceProfile?.Arn ?? IamInstanceProfile?.Name;
  return {
    number,
    ...(tokens !== undefined && { tokens }),
    ...(hopLimit !== undefined && { hopLimit }),
    ...(profile !== undefined && { profile }),
  };
}
