import assert from "node:assert/strict";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { judgeShared, type SharedBaseline, sharedPolicies } from "../../../operations/verify/judgeShared.ts";
import type { ObservedPolicy } from "../../../operations/verify/observation.ts";
import { declared } from "../permissions/stackFiles.ts";

const arn = (end: string) => `arn:aws:iam::000000000000:policy/${end}`;
const bounds = arn("shop-bootstrap/shop-boundary");
const lastUpdate = Date.parse("2026-01-31T09:00:00.700Z");

const document = (...actions: readonly string[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] });

const ofVersions = (inForce: string, ...times: readonly string[]): ObservedPolicy => ({
  document: document("s3:GetObject"),
  inForce,
  versions: times.map((time, index) => ({
    id: `v${index + 1}`,
    createdAt: Date.parse(`2026-01-${time}Z`),
  })),
  heldBy: [],
});

/** What is found of one policy, as `got | want`. */
async function found(
  end: string,
  policy: ObservedPolicy | undefined,
  baseline: Partial<SharedBaseline> = {},
): Promise<string[]> {
  const full = { boundaryPath: "shop-bootstrap/shop-boundary", boundaries: [], lastUpdate, ...baseline };
  const policies = new Map(policy ? [[arn(end), policy]] : []);
  const findings = await judgeShared(new Map([[arn(end), ["api"]]]), { policies }, full);
  return findings.map(({ got, want }) => `${got} | ${want}`);
}

const before = "a version from before the last update, 2026-01-31T09:00:00Z";

describe("the verdict on a policy of the account", () => {
  for (const [name, policy, finds] of [
    ["nothing where it is older than the last update", ofVersions("v1", "30T09:00:00"), []],
    ["nothing of a version from the second before", ofVersions("v1", "31T08:59:59"), []],
    [
      "a version from the second in which the update ended, since AWS cuts off the rest",
      ofVersions("v1", "31T09:00:00"),
      [`v1 of 2026-01-31T09:00:00Z in force | ${before}`],
    ],
    [
      "a version that came after it",
      ofVersions("v2", "30T09:00:00", "31T10:00:00"),
      [`v2 of 2026-01-31T10:00:00Z in force | ${before}`],
    ],
    [
      "one that is not the newest, by numbers and not by letters",
      { ...ofVersions("v9", "30T09:00:00"), versions: [{ id: "v9" }, { id: "v10" }] },
      ["v9 in force, and v10 made after it | the newest version in force"],
    ],
    ["one that is gone", undefined, ["no such policy | the policy"]],
  ] as const)
    it(`finds ${name}`, async () => {
      assert.deepEqual(await found("logs", policy), finds);
    });

  it("finds nothing by time where no update is recorded", async () => {
    const policies = new Map([[arn("logs"), ofVersions("v1", "31T10:00:00")]]);
    const baseline = { boundaryPath: "", boundaries: [] };
    assert.deepEqual(await judgeShared(new Map([[arn("logs"), ["api"]]]), { policies }, baseline), []);
  });

  const boundaries = [document("s3:GetObject", "sqs:SendMessage"), document("s3:GetObject")].map((text) =>
    statementsOf(text),
  );
  for (const [name, text, finds] of [
    [
      "nothing where the boundary is one that bootstrap declares, whenever it was made",
      document("s3:GetObject"),
      [],
    ],
    [
      "how the boundary differs from the nearest",
      document("s3:GetObject", "iam:CreateUser"),
      ["a version that gains write on every resource of iam (iam:CreateUser) | what bootstrap/ declares"],
    ],
    [
      "the policy language of 2008 in the boundary",
      document("s3:GetObject").replace("2012", "2008"),
      ["a version in the policy language of 2008-10-17, not of 2012-10-17 | what bootstrap/ declares"],
    ],
  ] as const)
    it(`finds ${name}`, async () => {
      const policy = { ...ofVersions("v1", "31T10:00:00"), document: text };
      assert.deepEqual(await found("shop-bootstrap/shop-boundary", policy, { boundaries }), finds);
    });

  it("is asked for each of the account's that a workload attaches or has as its boundary, and for none of AWS's", async () => {
    const managedPolicies = ["account:logs", "AmazonSSMManagedInstanceCore"];
    const { workloads } = await declared({
      api: { managedPolicies, permissionsBoundary: "shop-bootstrap/shop-boundary" },
      jobs: { managedPolicies },
    });
    assert.deepEqual(
      [...sharedPolicies(workloads)],
      [
        [arn("logs"), ["api", "jobs"]],
        [bounds, ["api"]],
      ],
    );
  });
});
