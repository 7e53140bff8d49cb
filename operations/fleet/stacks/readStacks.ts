import { readFileSync } from "node:fs";
import * as path from "node:path";
import { stackFileName } from "../../../components/config/stackFiles.ts";
import { fleetStackOf, type FleetStack } from "./stackFile.ts";

/** Reads the files of stacks. */
export const readStacks = (project: string, names: readonly string[]): FleetStack[] =>
  names.map((name) => fleetStackOf(name, readFileSync(path.join(project, stackFileName(name)), "utf8")));
