import { writeFileSync } from "node:fs";
import { generatedFiles } from "./generated.ts";

void generatedFiles().then((files) => {
  for (const [file, text] of files) writeFileSync(file, text);
});
