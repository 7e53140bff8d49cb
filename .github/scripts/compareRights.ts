/**
 * Prints the comment on a pull request from what two tools read in it. A second file that is not there says that the pull
 * request's own tool has not ended.
 *
 *   HEAD=COMMIT node compareRights.ts BASE.json HEAD.json
 */
import { existsSync, readFileSync } from "node:fs";
import { readingIn } from "./reading.ts";
import { rightsComment } from "./rightsComment.ts";

const [base = "", head = ""] = process.argv.slice(2);
const reading = readingIn(readFileSync(base, "utf8"));
if (reading === undefined) throw new Error(`${base} is not what readRights.ts prints`);
process.stdout.write(
  rightsComment(reading, {
    commit: process.env.HEAD ?? "",
    ...(existsSync(head) && { text: readFileSync(head, "utf8") }),
  }),
);
