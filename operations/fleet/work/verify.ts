import { Failure } from "../../../commandLine/failure.ts";
import { Progress } from "../../../commandLine/progress.ts";
import { findingLines, summary, verificationTable } from "../../verify/report.ts";
import { verify } from "../../verify/verify.ts";
import { qualified, type FleetOptions } from "../options.ts";
import type { StackTask, TaskContext } from "./work.ts";

/** The steps of one stack among many: the view shows the last one, and the log keeps the notes. */
class StackProgress extends Progress {
  private readonly context: TaskContext;

  constructor(context: TaskContext) {
    super();
    this.context = context;
  }

  override step<T>(title: string, work: (report: (detail: string) => void) => Promise<T>): Promise<T> {
    const { report } = this.context;
    report(title);
    return work(report);
  }

  override note(text: string): void {
    this.context.log(`${text}\n`);
  }
}

/** It only reads, so that it can be left where it stands. */
function unlessStopped<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener("abort", () => {
      reject(new Failure("interrupted"));
    });
  });
  return Promise.race([work, stopped]);
}

/** Compares stacks with what their files declare, each with the credentials of its own. */
export function verifyWork(project: string, options: FleetOptions): StackTask {
  const { allowUnmanaged } = options;
  return async ({ name }, context) => {
    const asked = { stack: qualified(options, name), allowUnmanaged };
    const verification = await unlessStopped(
      context.stop,
      verify(project, asked, new StackProgress(context)),
    );
    const findings = findingLines(verification);
    const lines = [verificationTable(verification, false), ...findings, summary(verification)];
    context.log(`${lines.join("\n")}\n`);
    const [first] = findings;
    if (first === undefined) return { status: "done", changes: {} };
    const more = findings.length > 1 ? `; and ${findings.length - 1} more` : "";
    return { status: "findings", changes: {}, message: `${first}${more}` };
  };
}
