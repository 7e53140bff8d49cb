import { Command } from "commander";
import type { Progress } from "../../commandLine/progress.ts";
import { recover, type RecoverOptions } from "./recover.ts";
import { shownRecovery } from "./shown.ts";

/** Exit code of a recovery that left something in the way of the next update. */
const inTheWay = 1;

/** `recover`: for a stack whose update was killed, or whose state lacks what AWS has. */
export function recoverCommand(project: string, progress: Progress): Command {
  return new Command("npm run recover --")
    .description("make the state of a stack true again after an update was killed; changes nothing in AWS")
    .requiredOption("-s, --stack <name>", "the stack whose update was killed")
    .option("--cancel", "clear the lock also where its holder may run still", false)
    .addHelpText(
      "after",
      "\nExit code: 0 recovered, 1 something is in the way of the next update, 2 could not recover",
    )
    .action(async (options: RecoverOptions) => {
      const recovery = await recover(project, options, progress);
      process.stdout.write(shownRecovery(options.stack, recovery));
      process.exitCode = recovery.foreign.length > 0 ? inTheWay : 0;
    });
}
