import assert from "node:assert/strict";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const zone = "Z0123456789EXAMPLE";
const arn = `arn:aws:route53:::hostedzone/${zone}`;
const find = allow(["route53:ListHostedZones", "route53:ListHostedZonesByName"], ["*"]);
const read = allow(["route53:GetHostedZone", "route53:ListResourceRecordSets"], [arn]);
const wait = allow(["route53:GetChange"], ["arn:aws:route53:::change/*"]);

const cases: AccessCase[] = [
  {
    name: "read finds the zone and lists its records",
    entry: { route53: { zone, level: "read" } },
    gives: [find, read],
  },
  {
    name: "change changes any record of the zone and waits for it",
    entry: { route53: { zone: arn, level: "change" } },
    gives: [
      find,
      allow(
        ["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:ChangeResourceRecordSets"],
        [arn],
      ),
      wait,
    ],
  },
  {
    name: "change is limited to records of some names and types, as a client of ACME needs it",
    entry: {
      route53: { zone, records: ["_acme-challenge.example.com"], types: ["TXT"], level: "change" },
    },
    gives: [
      find,
      read,
      allow(["route53:ChangeResourceRecordSets"], [arn], {
        "ForAllValues:StringLike": {
          "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["_acme-challenge.example.com"],
        },
        "ForAllValues:StringEquals": { "route53:ChangeResourceRecordSetsRecordTypes": ["TXT"] },
      }),
      wait,
    ],
  },
  {
    name: "change is limited to names alone",
    entry: { route53: { zone, records: ["*.orders.example.com"], level: "change" } },
    gives: [
      find,
      read,
      allow(["route53:ChangeResourceRecordSets"], [arn], {
        "ForAllValues:StringLike": {
          "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["*.orders.example.com"],
        },
      }),
      wait,
    ],
  },
];

testAccess("route53", cases);

describe("access to route53", () => {
  for (const [name, grant] of Object.entries({
    "limits at read, where they do nothing": { zone, records: ["example.com"], level: "read" },
    "a name that is not as IAM compares it": { zone, records: ["Example.com."], level: "change" },
    "an empty list of types": { zone, types: [], level: "change" },
  })) {
    it(`refuses ${name}`, () => {
      assert.equal(accessEntry.safeParse({ route53: grant }).success, false);
    });
  }
});
