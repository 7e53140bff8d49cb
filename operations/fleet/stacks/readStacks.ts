import { anyProjectAt } from "../../stackFile/project.ts";
import { stackSource } from "../../stackFile/declaredStacks.ts";
import { workingTree } from "../../stackFile/revision.ts";
import { fleetStackOf, type FleetStack } from "./stackFile.ts";

/** Reads the files of stacks. */
export async function readStacks(project: string, names: readonly string[]): Promise<FleetStack[]> {
  const tree = workingTree(project);
  const { name, ending } = await anyProjectAt(tree);
  return Promise.all(
    names.map(async (stack) => {
      const { file, text = "" } = await stackSource(tree, stack, ending);
      return fleetStackOf(stack, text, file, name);
    }),
  );
}
