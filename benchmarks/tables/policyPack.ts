import type { Measured, Result } from "../measure.ts";
import { markdownTable, measuredOn, medianSeconds, shownSeconds } from "./markdown.ts";

/** Previews without a pack, with an empty one and with this one, in this order. */
export interface PackCost {
  readonly measured: readonly Measured[];
  /** The most memory that the process of the empty pack and that of this one had. */
  readonly megabytes: readonly number[];
}

export interface PolicyPackResult extends Result {
  readonly dev: PackCost;
  readonly many: PackCost;
  /** How many resources the second stack has. */
  readonly resources: number;
}

export function policyPackTable(result: PolicyPackResult): string {
  const { dev, many, resources } = result;
  const seconds = ({ measured }: PackCost) => measured.map(({ runs }) => medianSeconds(runs));
  const [ofDev, ofMany] = [seconds(dev), seconds(many)];
  const cells = (own: readonly number[], index: number) => [
    shownSeconds(own[index] ?? NaN),
    ((own[index] ?? NaN) / (own[0] ?? NaN)).toFixed(2),
  ];
  const memory = ({ megabytes }: PackCost, index: number) => megabytes[index - 1]?.toFixed(0) ?? "";
  const rows = dev.measured.map(({ name }, index) => [
    name,
    ...cells(ofDev, index),
    memory(dev, index),
    ...cells(ofMany, index),
    memory(many, index),
  ]);
  const count = resources.toLocaleString("en");
  const head = [
    "`pulumi preview`",
    ...["`dev` stack, s", "ratio", "pack's MB"],
    ...[`${count} resources, s`, "ratio", "pack's MB"],
  ];
  const added = (own: readonly number[], over: number) => (own[2] ?? NaN) - (own[over] ?? NaN);
  const each = (over: number) => ((added(ofMany, over) - added(ofDev, over)) / resources) * 1000;
  return [
    markdownTable(head, rows),
    `The pack adds ${shownSeconds(added(ofDev, 0))} s to a preview of \`dev\` (${shownSeconds(added(ofDev, 1))} s over an empty pack), and ${each(0).toFixed(1)} ms for each of many resources (${each(1).toFixed(1)} ms over an empty pack).`,
    measuredOn("policyPack", result),
  ].join("\n\n");
}
