import { colors } from "../../commandLine/output/colors.ts";
import { textTable } from "../../commandLine/output/textTable.ts";
import type { Finding } from "./finding.ts";
import type { Rights, WorkloadVerdict } from "./judge.ts";
import type { InstanceVerdict } from "./judgeInstance.ts";

/** The result for a stack, as `--json` prints it. */
export interface Verification {
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  readonly requests: number;
  readonly seconds: number;
  /** Of the stack as a whole. */
  readonly findings: readonly Finding[];
  readonly workloads: readonly WorkloadVerdict[];
}

/** Widths that fit a terminal of 120 columns. */
const widths = [40, 54, 22];

const rightsLine = (what: string, { asked, asDeclared }: Rights) => `${what}: ${asDeclared} of ${asked}`;

const lastPart = (arn: string) => arn.split("/").pop() ?? arn;

/** One row a workload: its role, the instances that carry it, and what the simulator says of its rights. */
export function verificationTable({ workloads }: Verification, useColors: boolean): string {
  const paint = colors(useColors);
  const mark = (fine: boolean) => (fine ? paint.green("✓") : paint.red("✗"));
  const instanceLines = ({ id, proved, identity, metadata }: InstanceVerdict) =>
    [
      `${proved ? paint.green("✓") : paint.yellow("!")} ${id}`,
      identity.replace(/\/(?=i-)/, "/\n"),
      metadata,
    ].join("\n");
  const rows = workloads.map((workload) => {
    const { name, roleArn, launchTemplateVersion, instances, allowed, denied, findings } = workload;
    const template = launchTemplateVersion === null ? "none" : `version ${launchTemplateVersion}`;
    return [
      `${mark(findings.length === 0)} ${name}\n${paint.dim(`${lastPart(roleArn)}\ntemplate: ${template}`)}`,
      instances.length === 0
        ? paint.dim("no instance carries the profile")
        : instances.map(instanceLines).join("\n"),
      [rightsLine("allowed", allowed), rightsLine("denied", denied)].join("\n"),
    ];
  });
  return textTable({
    head: ["WORKLOAD, ROLE, LAUNCH TEMPLATE", "INSTANCES: IDENTITY, METADATA", "RIGHTS AS DECLARED"],
    rows,
    widths,
    useColors,
  });
}

/** A sentence for each finding. */
export function findingLines({
  stack,
  findings,
  workloads,
}: Pick<Verification, "stack" | "findings" | "workloads">) {
  return [{ name: stack, findings }, ...workloads].flatMap(({ name, findings: own }) =>
    own.map(({ at, got, want, fix }) => `${name}: ${at}: got ${got}, want ${want}; ${fix}`),
  );
}

/** The result in a few words. An instance that did not say who it is proves nothing, and is counted. */
export function summary(verification: Verification): string {
  const found = findingLines(verification).length;
  const open = verification.workloads
    .flatMap(({ instances }) => instances)
    .filter(({ proved }) => !proved).length;
  const parts = [
    found === 0 ? "everything is as declared" : `${found} not as declared`,
    ...(open > 0 ? [`instances not proved by themselves: ${open}`] : []),
    `${verification.requests} requests in ${verification.seconds} s`,
  ];
  return parts.join("; ");
}
