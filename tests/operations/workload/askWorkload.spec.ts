import assert from "node:assert/strict";
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
      ...["", "sqs:ListQueues on *", "", "al2023", "t3.micro"],
    ]);
    assert.deepEqual(workload, {
      description: "Mails invoices",
      access: [
        { s3: { bucket: "dev-invoices", prefix: "outgoing/", level: "read" } },
        { sns: { topic: "dev-mails", level: "publish" } },
        { cloudwatch: { level: "read" } },
      ],
      statements: [{ actions: ["sqs:ListQueues"], resources: ["*"] }],
      launch: { image: "al2023", instanceType: "t3.micro" },
    });
    assert.equal(seen.length, 16, seen.join("\n"));
  });

  it("are put again after a wrong answer, which is said", async () => {
    const { workload, seen } = await asked([
      ...["", "s4", "sqs", "read", "sqs", "send", "my jobs", "sqs", "send", "jobs", ""],
      ...["sqs:ListQueue", "sqs:ListQueue on *", "sqs:ListQueues on *", "", "al2023-arm64", "t3.micro", ""],
    ]);
    assert.deepEqual(
      [workload, seen.filter((line) => line.includes("got"))],
      [
        {
          access: [{ sqs: { queue: "jobs", level: "send" } }],
          statements: [{ actions: ["sqs:ListQueues"], resources: ["*"] }],
        },
        [
          'got the service "s4"; did you mean "s3"?',
          'got the level "read", want one of send, receive, sendReceive',
          'sqs.queue: got "my jobs", want a queue name or an ARN like arn:aws:sqs:eu-central-1:111122223333:orders',
          `got "sqs:ListQueue", want actions on resources, such as 'sqs:ListQueues on *'`,
          'actions[0]: got "sqs:ListQueue", want an action of sqs; did you mean "sqs:ListQueues"?',
          'instanceType: got "t3.micro", want an instance type for arm64, the architecture of the image',
        ],
      ],
    );
  });

  it("show a service that access has no word for as the answer to the question for a statement", async () => {
    const { seen } = await asked(["", "rds-data", "", "", ""]);
    assert.deepEqual(
      seen
        .find((line) => line.startsWith("got"))
        ?.split("\n")
        .slice(0, 2),
      [
        'got the service "rds-data"; access has no word for Amazon RDS Data API, whose actions are said with statements beside access, such as',
        "  rds-data:BatchExecuteStatement on arn:{partition}:rds:{region}:{account}:cluster:<DbClusterInstanceName>",
      ],
    );
  });

  it("are not put for what is given", async () => {
    const given = { description: "Mails", launch: { image: "al2023", instanceType: "t3.micro" } };
    assert.deepEqual((await asked(["", ""], given)).workload, given);
  });
});
