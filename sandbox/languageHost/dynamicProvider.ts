/**
 * The provider of dynamic resources, for a Pulumi CLI built from its Go module, which brings none. The CLI starts it in
 * the program's folder; the program's own SDK does the work.
 */
import { watchParent } from "../../commandLine/processes/lifeline.ts";
import { runnerOf } from "./runtime.ts";

watchParent(() => process.exit(0));
// The runner reads its arguments from the command line of this process.
void import(runnerOf(process.cwd(), "dynamic-provider"));
