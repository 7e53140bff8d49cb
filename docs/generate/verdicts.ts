import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { projectFolder } from "../../sandbox/paths.ts";
import { levelLines, levelTableFile, levelTableText } from "../../testing/managedPolicyLevels.ts";
import { verdictLines, verdictTableFile, verdictTableText } from "../../testing/managedPolicyVerdicts.ts";

// Conditions on policies are judged by the table itself, so that it says all only when it is made twice.
void verdictLines().then((lines) => {
  writeFileSync(path.join(projectFolder, verdictTableFile), verdictTableText(lines));
});

void levelLines().then((lines) => {
  writeFileSync(path.join(projectFolder, levelTableFile), levelTableText(lines));
});
