import assert from "node:assert/strict";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import {
  ACCESS_SERVICES,
  everyGrantOf,
  serviceOf,
  type AccessEntry,
} from "../../../components/access/index.ts";
import { fieldsOf, grantsOf } from "../../../operations/workload/add/grant.ts";
import { checkWorkloadName } from "../../../operations/workload/add/workloadName.ts";

/** A grant in the words of `--access`. */
function textOf(entry: AccessEntry): string {
  const service = serviceOf(entry);
  const { level, ...names } = entry[service] as Record<string, string>;
  const resource = Object.values(names).join("/");
  return `${service}${resource === "" ? "" : `=${resource}`}:${level ?? ""}`;
}

/** Whether a grant names one resource, S3 beside it one prefix: `--access` says nothing else. */
function isSaid(entry: AccessEntry): boolean {
  const names = Object.keys(entry[serviceOf(entry)] ?? {}).filter((name) => name !== "level");
  const further = names.slice(1);
  return further.every((name) => serviceOf(entry) === "s3" && name === "prefix");
}

describe("a grant of --access", () => {
  for (const [text, grant] of [
    ["s3=orders:read", { s3: { bucket: "orders", level: "read" } }],
    ["s3=orders/incoming/:write", { s3: { bucket: "orders", prefix: "incoming/", level: "write" } }],
    ["s3=orders/:read", { s3: { bucket: "orders", level: "read" } }],
    ["s3=arn:aws:s3:::orders/a:read", { s3: { bucket: "arn:aws:s3:::orders", prefix: "a", level: "read" } }],
    ["ssm=/dev/orders/*:read", { ssm: { parameter: "/dev/orders/*", level: "read" } }],
    ["cloudwatch=Dev/Orders:write", { cloudwatch: { namespace: "Dev/Orders", level: "write" } }],
    ["cloudwatch=orders-late:readAlarms", { cloudwatch: { alarm: "orders-late", level: "readAlarms" } }],
    ["cloudwatch:read", { cloudwatch: { level: "read" } }],
    [
      "sqs=arn:aws:sqs:eu-central-1:111122223333:orders:send",
      { sqs: { queue: "arn:aws:sqs:eu-central-1:111122223333:orders", level: "send" } },
    ],
  ] as const)
    it(`is read: ${text}`, () => {
      assert.deepEqual(grantsOf([text]), [grant]);
    });

  it("can name every service at every level, and is right by the schema", async () => {
    const grants = ACCESS_SERVICES.flatMap(everyGrantOf).filter(
      (entry) => isSaid(entry) && accessEntry.safeParse(entry).success,
    );
    assert.deepEqual(grantsOf(grants.map(textOf)), grants);
    for (const grant of grants)
      assert.deepEqual((await accessEntry.safeParseAsync(grant)).error, undefined, JSON.stringify(grant));
    const named = grants.map((grant) => textOf(grant).replace(/=.*:/, ":"));
    const levels = ACCESS_SERVICES.flatMap((service) =>
      fieldsOf(service).levels.map((level) => `${service}:${level}`),
    );
    assert.deepEqual(new Set(named), new Set(levels));
  });

  it("is refused with all others that are wrong", () => {
    assert.throws(() => grantsOf(["s3", "s3=a:read", "sqss=b:send", "sns=c:rw"]), {
      name: "Failure",
      message: `--access: got "s3", want service=resource:level, such as s3=orders/incoming/:read
--access sqss=b:send: got the service "sqss", want one of ${ACCESS_SERVICES.join(", ")}; did you mean "sqs"?
--access sns=c:rw: got the level "rw", want one of publish`,
    });
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
