import assert from "node:assert/strict";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "sendText sends from a number and a sender ID",
    entry: {
      pinpointSms: { origin: ["phone-number/phone-0123456789", "sender-id/ORDERS/GB"], level: "sendText" },
    },
    gives: [
      allow(
        ["sms-voice:SendTextMessage"],
        [
          `arn:aws:sms-voice:${place}:phone-number/phone-0123456789`,
          `arn:aws:sms-voice:${place}:sender-id/ORDERS/GB`,
        ],
      ),
    ],
  },
  {
    name: "sendMedia names the configuration set of its messages too",
    entry: {
      pinpointSms: { origin: "pool/pool-0123456789", configurationSet: "orders", level: "sendMedia" },
    },
    gives: [
      allow(
        ["sms-voice:SendMediaMessage"],
        [
          `arn:aws:sms-voice:${place}:pool/pool-0123456789`,
          `arn:aws:sms-voice:${place}:configuration-set/orders`,
        ],
      ),
    ],
  },
];

testAccess("pinpointSms", cases);

describe("access to pinpointSms", () => {
  for (const origin of ["sender-id/ORDERS/GB", `arn:aws:sms-voice:${place}:sender-id/ORDERS/GB`]) {
    it(`refuses media from a sender ID: ${origin}`, () => {
      const entry = { pinpointSms: { origin, level: "sendMedia" } };
      assert.equal(accessEntry.safeParse(entry).success, false);
    });
  }
});
