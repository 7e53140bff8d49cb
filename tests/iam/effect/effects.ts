import { findIneffective } from "../../../iam/effect/findIneffective.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";

/** All that can never take effect in one statement, each as `path: got value does; want want`. */
export async function effectsOf(statement: object): Promise<string[]> {
  const lines: string[] = [];
  for (const read of statementsOf([{ Effect: "Allow", ...statement }])) {
    for await (const { path, value, does, want } of findIneffective(read))
      lines.push(`${path.join(" ")}: got ${value} ${does}; want ${want}`);
  }
  return lines;
}
