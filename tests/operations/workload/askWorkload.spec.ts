import assert from "node:assert/strict";
import { ACCESS_SERVICES } from "../../../components/access/index.ts";
import { askWorkload } from "../../../operations/workload/add/askWorkload.ts";
import type { NewWorkload } from "../../../operations/workload/add/newBlock.ts";

/** Answers in order; what was asked and said is written down together. */
async function asked(answers: readonly string[], given: NewWorkload = {}) {
  const left = [...answers];
  const seen: string[] = [];
  const workload = await askWorkload(
    (question) => {
      seen.push(question.trim());
      return Promise.resolve(left.shift() ?? assert.fail(`no answer left for ${question}`));
    },
    (line) => seen.push(line),
    given,
  );
  assert.deepEqual(left, [], "answers nobody asked for");
  return { workload, seen };
}

describe("the questions for a new workload", () => {
  it("make a workload, and do not ask where there is no choice", async () => {
    const { workload, seen } = await asked([
      ...[
        "Mails invoices",
        "s3",
        "read",
        "dev-invoices/outgoing/",
        "",
        "sns",
        "dev-mails",
        "cloudwatch",
        "read",
      ],
      ...["", "al2023", "t3.micro"],
    ]);
    assert.deepEqual(workload, {
      description: "Mails invoices",
      access: [
        { s3: { bucket: "dev-invoices", prefix: "outgoing/", level: "read" } },
        { sns: { topic: "dev-mails", level: "publish" } },
        { cloudwatch: { level: "read" } },
      ],
      launch: { image: "al2023", instanceType: "t3.micro" },
    });
    assert.equal(seen.length, 14, seen.join("\n"));
  });

  it("are put again after a wrong answer, which is said", async () => {
    const { workload, seen } = await asked([
      ...["", "s4", "sqs", "read", "sqs", "send", "my jobs", "sqs", "send", "jobs", ""],
      ...["al2023-arm64", "t3.micro", ""],
    ]);
    assert.deepEqual(
      [workload, seen.filter((line) => line.includes("got"))],
      [
        { access: [{ sqs: { queue: "jobs", level: "send" } }] },
        [
          `got the service "s4", want one of ${ACCESS_SERVICES.join(", ")}; did you mean "s3"?`,
          'got the level "read", want one of send, receive, sendReceive; did you mean "send"?',
          'sqs.queue: got "my jobs", want a queue name or an ARN like arn:aws:sqs:eu-central-1:111122223333:orders',
          'instanceType: got "t3.micro", want an instance type for arm64, the architecture of the image',
        ],
      ],
    );
  });

  it("are not put for what is given", async () => {
    const given = { description: "Mails", launch: { image: "al2023", instanceType: "t3.micro" } };
    assert.deepEqual((await asked([""], given)).workload, given);
  });
});
