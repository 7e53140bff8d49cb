import { hasPlaceholder } from "../../../components/placeholders.ts";
import { NAMESPACE } from "../../../components/config/namespace.ts";
import { Failure } from "../../../commandLine/failure.ts";
import { copyable, type CopyPlan, copyWorkload, planCopy } from "../copyWorkload.ts";
import { insertWorkload } from "../insertWorkload.ts";
import { type Rename, renameWords } from "../renameWords.ts";
import { refuseSecrets } from "../secrets.ts";
import { hasWorkload, type StackText } from "../../stackFile/stackText.ts";
import { replaceRights } from "./replaceRights.ts";

/** A stack file with a workload of another, and what a reader of the change should know. */
export interface Promoted {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * The target's text with a workload of the source, in which names that carry the source's environment carry the
 * target's. Where the target has the workload, only its rights change.
 */
export function promoteText(source: StackText, target: StackText, name: string): Promoted {
  const rename = renaming(environmentOf(source), environmentOf(target));
  const copy = planCopy(source, name, rename);
  const notes = regionNotes(source, target, copy);
  if (hasWorkload(target, name))
    return { text: copyable(target, name, () => replaceRights(source, target, name, copy)), notes };
  const { block, data, leavesAttachTo } = copyWorkload(source, name, rename);
  refuseSecrets(source.file, name, data);
  return {
    text: insertWorkload(target, name, block, data),
    notes: [
      ...notes,
      ...(leavesAttachTo ? ["attachTo is not copied: an instance carries one profile."] : []),
    ],
  };
}

/** A text that says the environment or the stack by a placeholder holds its name, if at all, for another reason. */
function renaming(from: string, to: string): Rename {
  return (text) => (hasPlaceholder(text, ["environment", "stack"]) ? text : renameWords(text, from, to));
}

function environmentOf({ file, values }: StackText): string {
  const key = `${NAMESPACE}:environment`;
  const environment = values[key];
  if (typeof environment === "string") return environment;
  throw new Failure(
    `${file} has no ${key}, want a name such as dev, by which names of the two stacks differ`,
  );
}

/** Only the user knows whether a resource of another region is meant. */
function regionNotes(source: StackText, target: StackText, { data }: CopyPlan): string[] {
  const [from, to] = [source, target].map(({ values }) => values["aws:region"]);
  if (typeof from !== "string" || typeof to !== "string" || from === to) return [];
  if (!JSON.stringify(data).includes(from)) return [];
  return [
    `The workload names the region ${from}, and ${target.stack} is in ${to}: change it where that is meant.`,
  ];
}
