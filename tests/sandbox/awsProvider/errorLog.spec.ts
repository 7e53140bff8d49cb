import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { ErrorLog } from "../../../sandbox/awsProvider/errorLog.ts";

const entry = (fields: Record<string, string>) =>
  `${JSON.stringify({ diagnostic_severity: "ERROR", diagnostic_summary: "no such role", ...fields })}\n`;
const role = { tf_resource_type: "aws_iam_role" };

/** An error log that has read some text, in the given pieces, and the lines that it passed on. */
function logOf(...chunks: readonly string[]): { log: ErrorLog; passed: string[] } {
  const stream = new PassThrough();
  const passed: string[] = [];
  const log = new ErrorLog(stream, (line) => passed.push(line));
  for (const chunk of chunks) stream.write(chunk);
  return { log, passed };
}

const withDetail = entry({ ...role, diagnostic_detail: "it was deleted" });

const found = [
  { name: "gives summary and detail", chunks: [withDetail], text: "no such role: it was deleted" },
  { name: "gives a summary without detail", chunks: [entry(role)], text: "no such role" },
  {
    name: "finds the error of a data source",
    chunks: [entry({ tf_data_source_type: "aws_iam_role" })],
    text: "no such role",
  },
  { name: "takes an error that names no type for any", chunks: [entry({})], text: "no such role" },
  {
    name: "reads a line that comes in two chunks",
    chunks: [withDetail.slice(0, 40), withDetail.slice(40)],
    text: "no such role: it was deleted",
  },
  {
    name: "reads two lines of one chunk",
    chunks: [entry({ tf_resource_type: "aws_iam_policy" }) + withDetail],
    text: "no such role: it was deleted",
  },
  {
    name: "passes over an error of another type",
    chunks: [entry({ tf_resource_type: "aws_iam_policy" })],
    text: undefined,
  },
  {
    name: "passes over a warning",
    chunks: [entry({ ...role, diagnostic_severity: "WARNING" })],
    text: undefined,
  },
];

describe("error log of the Terraform provider", () => {
  for (const { name, chunks, text } of found) {
    it(name, async () => {
      assert.equal(await logOf(...chunks).log.textOf("aws_iam_role", 0), text);
    });
  }

  it("waits for an error that is logged after it is asked for", async () => {
    const stream = new PassThrough();
    const text = new ErrorLog(stream, () => undefined).textOf("aws_iam_role", 0);
    stream.write(withDetail);
    assert.equal(await text, "no such role: it was deleted");
  });

  it("gives each error once", async () => {
    const { log } = logOf(withDetail, entry(role));
    assert.deepEqual(
      [await log.textOf("aws_iam_role", 0), await log.textOf("aws_iam_role", 0)],
      ["no such role: it was deleted", "no such role"],
    );
  });

  it("passes over an error from before the request", async () => {
    const { log } = logOf(withDetail);
    await log.textOf("aws_iam_policy", 0);
    assert.equal(await log.textOf("aws_iam_role", Date.now()), undefined);
  });

  it("passes on what is no log entry, whole lines only", async () => {
    const { log, passed } = logOf("panic: ", "runtime error\n", withDetail, "goroutine 1\nnot yet");
    await log.textOf("aws_iam_role", 0);
    assert.deepEqual(passed, ["panic: runtime error", "goroutine 1"]);
  });

  for (const line of ["null", "7", '"text"']) {
    it(`passes on ${line}, which is JSON and no log entry`, async () => {
      const { log, passed } = logOf(`${line}\n`, withDetail);
      await log.textOf("aws_iam_role", 0);
      assert.deepEqual(passed, [line]);
    });
  }
});
