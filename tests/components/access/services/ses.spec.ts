import assert from "node:assert/strict";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const identity = [`arn:aws:ses:${place}:identity/example.com`];
const configurationSet = [`arn:aws:ses:${place}:configuration-set/orders`];
const template = [`arn:aws:ses:${place}:template/receipt`];

const cases: AccessCase[] = [
  {
    name: "send is as any address of the identity",
    entry: { ses: { identity: "example.com", level: "send" } },
    gives: [allow(["ses:SendEmail", "ses:SendRawEmail"], identity)],
  },
  {
    name: "send is limited to From addresses, and names the configuration set",
    entry: {
      ses: {
        identity: "example.com",
        configurationSet: "orders",
        from: ["orders@example.com", "*+test@example.com"],
        level: "send",
      },
    },
    gives: [
      allow(["ses:SendEmail", "ses:SendRawEmail"], identity, {
        StringLike: { "ses:FromAddress": ["orders@example.com", "*+test@example.com"] },
      }),
      allow(["ses:SendEmail", "ses:SendRawEmail"], configurationSet),
    ],
  },
  {
    name: "sendTemplate sends mail of a template too, by either API",
    entry: {
      ses: {
        identity: "example.com",
        configurationSet: "orders",
        template: "receipt",
        level: "sendTemplate",
      },
    },
    gives: [
      allow(["ses:SendEmail", "ses:SendRawEmail", "ses:SendTemplatedEmail"], identity),
      allow(["ses:SendEmail", "ses:SendRawEmail", "ses:SendTemplatedEmail"], configurationSet),
      allow(["ses:SendEmail", "ses:SendTemplatedEmail"], template),
    ],
  },
  {
    name: "sendBulk sends to many at once",
    entry: { ses: { identity: "example.com", template: "receipt", level: "sendBulk" } },
    gives: [
      allow(["ses:SendBulkEmail", "ses:SendBulkTemplatedEmail"], identity),
      allow(["ses:SendBulkEmail", "ses:SendBulkTemplatedEmail"], template),
    ],
  },
];

testAccess("ses", cases);

describe("access to ses", () => {
  for (const [name, grant] of Object.entries({
    "a sender that SES cannot limit": { template: "receipt", from: ["a@example.com"], level: "sendBulk" },
    "a template at send": { template: "receipt", level: "send" },
    "no template where mail is made of one": { level: "sendTemplate" },
  })) {
    it(`refuses ${name}`, () => {
      const entry = { ses: { identity: "example.com", ...grant } };
      assert.equal(accessEntry.safeParse(entry).success, false);
    });
  }
});
