import type { Progress } from "../../commandLine/progress.ts";
import { buildGoTool, type GoTool } from "./goTool.ts";

const goTool: GoTool = {
  name: "actionlint",
  version: "1.7.12",
  mainPackage: "github.com/rhysd/actionlint/cmd/actionlint",
};

/**
 * The path of actionlint, which checks GitHub workflows: a build from its Go module at the pinned version.
 *
 * @see https://github.com/rhysd/actionlint
 */
export const resolveActionlint = (progress: Progress): Promise<string> => buildGoTool(goTool, progress);
