import { Command, InvalidArgumentError } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../commandLine/formats.ts";
import { Progress } from "../../commandLine/progress.ts";
import { paintsStdout, printed } from "../../commandLine/result.ts";
import { reviewMarkdown } from "./formats/markdown.ts";
import { applyCommand, hasFindings, summary } from "./formats/summary.ts";
import { proposalLine, reviewTable } from "./formats/table.ts";
import { reviewPage } from "./html/reviewPage.ts";
import type { Review } from "./review.ts";
import { runReview, type ReviewOptions } from "./runReview.ts";

const formats = {
  table: (review: Review) => `${reviewTable(review, paintsStdout())}\n`,
  markdown: reviewMarkdown,
  html: reviewPage,
  json: (review: Review) => asJson(review),
  patch: ({ patch = "" }: Review) => patch,
} as const;

type Format = keyof typeof formats;

/** How far AWS looks back. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html */
const mostDays = 400;

/** A window in days. */
export function daysOf(text: string): number {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= mostDays) return days;
  throw new InvalidArgumentError(
    `Want a whole number from 1 to ${mostDays}, since AWS looks back ${mostDays} days.`,
  );
}

const more = `
Each role is compared with what AWS says it used (IAM's last accessed information). What was not used in the window is
proposed as a change of the stack file; nothing is changed. What AWS does not track is never called unused.

With --events, the files that a trail of CloudTrail writes are read too: .json or .json.gz, in whatever folders, of one account
or of an organisation. They say which bucket, prefix, table, queue or key each entry was used for, and what was refused. A
trail logs what happens to objects, items and messages only where that is switched on, and silence proves nothing: what the
events do not show is called unused only where they hold every day of the window and show other calls of that kind.

Formats:
  table     for people
  markdown  for an issue or a pull request
  html      a page of its own that needs nothing else, with everything
  json      everything, as one document
  patch     only the changes, as a unified diff

Examples:
  npx instance-profiles review --stack prod
  npx instance-profiles review --stack prod --days 365 --format markdown > review.md
  npx instance-profiles review --stack prod --format html > review.html
  npx instance-profiles review --stack prod --format patch | git apply
  npx instance-profiles review --stack prod --days 30 --events ./trail
  npx instance-profiles review --stack prod --events s3://my-trail/AWSLogs/111122223333/CloudTrail/

Needed permissions: iam:GenerateServiceLastAccessedDetails, iam:GetServiceLastAccessedDetails, iam:GetRole,
iam:GetPolicy and iam:GetPolicyVersion; s3:ListBucket and s3:GetObject for --events s3://….
${exitCodeHelp("rights could be smaller, a role was never used, a call was refused, or files of events could not be read")}`;

/** `review`: what the roles of a stack are granted beside what they used, and a smaller stack file. */
export function reviewCommand(project: string): Command {
  return withFormats(
    ["table", "markdown", "html", "json", "patch"],
    new Command("review")
      .description("compare what the roles of a deployed stack are granted with what they used")
      .requiredOption("-s, --stack <name>", "the stack to review")
      .option("--days <number>", "how many days back a use counts, 1 to 400", daysOf, 90)
      .option(
        "--events <path>",
        "CloudTrail's files, in a folder or under s3://bucket/prefix, to judge resources too",
      )
      .addHelpText("after", more)
      .action(
        printed(async ({ stack, days, events, ...asked }: ReviewOptions & FormatOptions<Format>) => {
          const review = await runReview(project, { stack, days, events }, new Progress());
          const format = chosenFormat(asked, "table");
          return {
            text: formats[format](review),
            notes: notes(review, format),
            found: hasFindings(review),
          };
        }),
      ),
  );
}

/** What stdout does not say: the sum, how to take the patch over, and why there is none. */
export function notes(review: Review, format: Format): string[] {
  const { patch, requests, seconds, workloads, events } = review;
  const problems = events?.problems ?? [];
  const sum = `${summary(review)}; ${requests} requests in ${seconds} s`;
  if (format !== "patch") {
    return [
      sum,
      ...problems,
      ...(patch === undefined ? [] : [`to apply the changes: ${applyCommand(review)}`]),
    ];
  }
  if (patch !== undefined) return [sum, ...problems];
  const reasons = workloads.flatMap(({ name, proposals }) =>
    proposals.filter(({ at }) => at === `workloads.${name}`).map(proposalLine),
  );
  return [sum, ...problems, "nothing to patch", ...reasons];
}
