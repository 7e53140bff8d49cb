// Tests run without type check, which is `npm run typecheck`: it takes longer than all of them that need no engine.
import { fileURLToPath } from "node:url";
import { register } from "ts-node";

register({ swc: true, project: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
