import assert from "node:assert/strict";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import {
  ACCESS_SERVICES,
  everyGrantOf,
  serviceFacts,
  serviceOf,
  type AccessEntry,
} from "../../../components/access/index.ts";
import { fieldsAt } from "../../../operations/workload/add/fieldsAt.ts";
import { allRight, grantOf } from "../../../operations/workload/add/grant.ts";
import { statementOf } from "../../../operations/workload/add/statement.ts";
import { checkWorkloadName } from "../../../operations/workload/add/workloadName.ts";

const grantsOf = async (texts: readonly string[]) => allRight(await Promise.all(texts.map(grantOf)));

/** A grant in the words of `--access`: the first field without its name, and each item of a list by itself. */
function textOf(entry: AccessEntry): string {
  const service = serviceOf(entry);
  const { level = "", ...fields } = entry[service] as Record<string, string | string[]>;
  const [first] = fieldsAt(service, String(level));
  const { [first ?? ""]: plain = [], ...others } = fields;
  const [one = [], ...more] = [plain].flat();
  const named = [[first, more] as const, ...Object.entries(others)].flatMap(([name, value]) =>
    [value].flat().map((item) => `${String(name)}=${item}`),
  );
  const said = [one, named].flat().join(",");
  return `${service}${said === "" ? "" : `=${said}`}:${String(level)}`;
}

describe("a grant of --access", () => {
  for (const [text, grant] of [
    ["s3=orders:read", { s3: { bucket: "orders", level: "read" } }],
    ["s3=orders/incoming/:write", { s3: { bucket: "orders", prefix: "incoming/", level: "write" } }],
    ["s3=orders/a/,prefix=b/:read", { s3: { bucket: "orders", prefix: ["a/", "b/"], level: "read" } }],
    ["s3=orders/:read", { s3: { bucket: "orders", level: "read" } }],
    ["s3=arn:aws:s3:::orders/a:read", { s3: { bucket: "arn:aws:s3:::orders", prefix: "a", level: "read" } }],
    [
      "s3=arn:aws:s3:eu-central-1:111122223333:accesspoint/web/in/,key=alias/orders,parts=tags,parts=acl:read",
      {
        s3: {
          bucket: "arn:aws:s3:eu-central-1:111122223333:accesspoint/web",
          key: "alias/orders",
          parts: ["tags", "acl"],
          prefix: "in/",
          level: "read",
        },
      },
    ],
    ["states=pack:work", { states: { activity: "pack", level: "work" } }],
    ["ssm=/dev/orders/*:read", { ssm: { parameter: "/dev/orders/*", level: "read" } }],
    ["cloudwatch=Dev/Orders:write", { cloudwatch: { namespace: "Dev/Orders", level: "write" } }],
    ["cloudwatch=orders-late:readAlarms", { cloudwatch: { alarm: "orders-late", level: "readAlarms" } }],
    ["cloudwatch:read", { cloudwatch: { level: "read" } }],
    ["sns=a,topic=b:publish", { sns: { topic: ["a", "b"], level: "publish" } }],
    [
      "ses=example.com,from=a@example.com:send",
      { ses: { identity: "example.com", from: "a@example.com", level: "send" } },
    ],
    [
      "sqs=arn:aws:sqs:eu-central-1:111122223333:orders:send",
      { sqs: { queue: "arn:aws:sqs:eu-central-1:111122223333:orders", level: "send" } },
    ],
  ] as const)
    it(`is read: ${text}`, async () => {
      assert.deepEqual(await grantOf(text), grant);
    });

  it("can name every service at every level, and is right by the schema", async () => {
    const grants = ACCESS_SERVICES.flatMap(everyGrantOf).filter(
      (entry) => accessEntry.safeParse(entry).success,
    );
    assert.deepEqual(await grantsOf(grants.map(textOf)), grants);
    for (const grant of grants)
      assert.deepEqual((await accessEntry.safeParseAsync(grant)).error, undefined, JSON.stringify(grant));
    const named = grants.map((grant) => textOf(grant).replace(/=.*:/, ":"));
    const levels = ACCESS_SERVICES.flatMap((service) =>
      Object.keys(serviceFacts[service].levels).map((level) => `${service}:${level}`),
    );
    assert.deepEqual(new Set(named), new Set(levels));
  });

  it("is refused with all others that are wrong", async () => {
    await assert.rejects(grantsOf(["s3", "s3=a:read", "sqss=b:send", "sns=c:rw"]), {
      name: "Failure",
      message: `--access: got "s3", want service=resource:level, such as s3=orders/incoming/:read
--access sqss=b:send: got the service "sqss"; did you mean "sqs"?
--access sns=c:rw: got the level "rw", want one of publish`,
    });
  });
});

describe("a grant of a service that access has no word for", () => {
  it("is answered with a statement that says it, and what IAM's catalogue holds", async () => {
    assert.equal(
      await grantOf("rds-data=orders:read"),
      `--access rds-data=orders:read: got the service "rds-data"; access has no word for Amazon RDS Data API, whose actions are said with statements beside access, such as
  --statement 'rds-data:BatchExecuteStatement on arn:{partition}:rds:{region}:{account}:cluster:<DbClusterInstanceName>'
  resource types:
    cluster: arn:{partition}:rds:{region}:{account}:cluster:<DbClusterInstanceName>
  actions:
    write: BatchExecuteStatement, BeginTransaction, CommitTransaction and 3 more`,
    );
  });
});

describe("a statement of --statement", () => {
  for (const [text, actions, resources] of [
    ["sqs:ListQueues on *", ["sqs:ListQueues"], ["*"]],
    [
      " s3:GetObject, s3:GetObjectTagging  on arn:aws:s3:::orders/a, b on c/*,arn:aws:s3:::mails/* ",
      ["s3:GetObject", "s3:GetObjectTagging"],
      ["arn:aws:s3:::orders/a, b on c/*", "arn:aws:s3:::mails/*"],
    ],
    [
      "ec2:Describe* on arn:{partition}:ec2:*:*:instance/*, *",
      ["ec2:Describe*"],
      ["arn:{partition}:ec2:*:*:instance/*", "*"],
    ],
  ] as const)
    it(`is read: ${text}`, () => {
      assert.deepEqual(statementOf(text), { actions, resources });
    });

  for (const text of ["", "sqs:ListQueues", "on *", "sqs:ListQueues on ", "sqs:ListQueueson *"])
    it(`is refused with the form that is wanted: "${text}"`, () => {
      assert.equal(
        statementOf(text),
        `--statement: got "${text}", want actions on resources, such as 'sqs:ListQueues on *'`,
      );
    });
});

describe("a name of a workload", () => {
  for (const [name, suggestion] of [
    ["Invoice Mailer", ", such as invoice-mailer"],
    ["invoiceMailer", ", such as invoice-mailer"],
    ["2nd_mailer-", ", such as nd-mailer"],
    ["a".repeat(33), `, such as ${"a".repeat(32)}`],
    ["42", ""],
    ["", ""],
  ] as const)
    it(`is refused with the rule and one that is right: "${name.slice(0, 20)}"`, () => {
      assert.throws(
        () => {
          checkWorkloadName(name);
        },
        {
          name: "Failure",
          message: `got the name "${name}", want 1 to 32 lower-case letters, digits and hyphens, a letter first${suggestion}`,
        },
      );
    });

  it("is taken where it follows the rule", () => {
    checkWorkloadName("invoice-mailer2");
  });
});
