import assert from "node:assert/strict";
import {
  arn,
  asDeclared,
  type Case,
  judged,
  line,
  metadata,
  named,
  withInstance,
} from "./observedWorkload.ts";
import type { ObservedInstance } from "../../../operations/verify/observation.ts";

const startedFrom = (other: ObservedInstance["template"]): ObservedInstance => ({
  ...named,
  metadata,
  ...(other && { template: other }),
});

const cases: Case[] = [
  [
    "an instance on a former profile of that name",
    withInstance({ profileId: "AIPA0" }),
    [
      "instance i-1 profile | a former profile of that name, AIPA0 | AIPA1 | replace its association by one with the profile, or launch it anew",
    ],
  ],
  ...(
    [
      ["without the launch template", undefined, "no launch template"],
      ["from another launch template", { id: "lt-2", version: 1 }, "launch template lt-2"],
      ["from a version that no update made", { id: "lt-1", version: 4 }, "version 4, which no update made"],
    ] as const
  ).map(([how, other, got]): Case => [
    `an instance that was started ${how}`,
    { ...asDeclared, instances: [startedFrom(other)] },
    [
      `instance i-1 launch | started from ${got} | started from launch template lt-1 | launch it anew from the template, or name it in attachTo`,
    ],
  ]),
  [
    "nothing in an instance of an earlier version",
    { ...asDeclared, instances: [startedFrom({ id: "lt-1", version: 1 })] },
    [],
  ],
  [
    "optional tokens and another hop limit",
    withInstance({ metadata: { tokens: "optional", hopLimit: 2 } }),
    [
      'instance i-1 metadata | tokens optional | tokens required | run "aws ec2 modify-instance-metadata-options --instance-id i-1 --http-tokens required"',
      'instance i-1 metadata | hop limit 2 | hop limit 1 | run "aws ec2 modify-instance-metadata-options --instance-id i-1 --http-put-response-hop-limit 1"',
    ],
  ],
  [
    "an instance with another identity",
    withInstance({ identity: { by: "instance", arn: "arn:aws:iam::111122223333:user/eve" } }),
    [
      `instance i-1 identity | arn:aws:iam::111122223333:user/eve | ${arn} | look for other credentials on the instance; after a change of profile restart what uses them`,
    ],
  ],
  [
    "an instance with the identity of another instance",
    withInstance({ identity: { by: "instance", arn: `${arn}2` } }),
    [
      `instance i-1 identity | ${arn}2 | ${arn} | look for other credentials on the instance; after a change of profile restart what uses them`,
    ],
  ],
  [
    "an instance that SSM does not manage",
    withInstance({ identity: { by: "nobody", why: "unmanaged" } }),
    [
      `instance i-1 identity | not managed by SSM | ${arn} | let SSM manage it (AmazonSSMManagedInstanceCore), or pass --allow-unmanaged`,
    ],
  ],
  [
    "an instance that gave no answer",
    withInstance({ identity: { by: "failure", why: "gave no answer in 90 s" } }),
    [
      `instance i-1 identity | gave no answer in 90 s | ${arn} | run "aws sts get-caller-identity" on the instance`,
    ],
  ],
  [
    "nothing where an instance does not run",
    withInstance({ identity: { by: "nobody", why: "stopped" } }),
    [],
  ],
];

describe("the verdict on an instance", () => {
  for (const [name, observed, finds] of cases)
    it(`finds ${name}`, () => {
      assert.deepEqual(judged(observed).findings.map(line), finds);
    });
});
