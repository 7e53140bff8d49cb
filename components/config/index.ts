export { compileWorkloads, readStackConfig, type ReadStack } from "./readStackConfig.ts";
