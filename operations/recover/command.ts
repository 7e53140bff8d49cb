import { Command } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { Progress } from "../../commandLine/progress.ts";
import { printed } from "../../commandLine/result.ts";
import { recover, type RecoverOptions } from "./recover.ts";
import { shownRecovery } from "./shown.ts";

/** `recover`: for a stack whose update was killed, or whose state lacks what AWS has. */
export function recoverCommand(project: string): Command {
  return new Command("recover")
    .description("make the state of a stack true again after an update was killed; changes nothing in AWS")
    .requiredOption("-s, --stack <name>", "the stack whose update was killed")
    .option("--cancel", "clear the lock also where its holder may run still", false)
    .addHelpText("after", exitCodeHelp("something is in the way of the next update"))
    .action(
      printed(async (options: RecoverOptions) => {
        const recovery = await recover(project, options, new Progress());
        return { text: shownRecovery(options.stack, recovery), found: recovery.foreign.length > 0 };
      }),
    );
}
