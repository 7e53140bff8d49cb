import assert from "node:assert/strict";
import { faultsOf, type Fault, type Rule } from "./rules.ts";

const throttled: Fault = { kind: "error", status: 503, code: "RequestLimitExceeded", message: "Slow down." };
const cut: Fault = { kind: "cut" };
const associate = { service: "ec2", action: "AssociateIamInstanceProfile" };
const describeInstances = { service: "ec2", action: "DescribeInstances" };
const getRole = { service: "iam", action: "GetRole" };

/** What strikes each request in turn. */
function fates(rules: readonly Rule[], requests: readonly { service: string; action: string }[], seed = 1) {
  const faultOf = faultsOf(rules, seed);
  return requests.map((request) => faultOf(request)?.kind ?? "none");
}

describe("rules of faults", () => {
  const once = { first: 1 };
  const cases: readonly (readonly [string, readonly Rule[], string[]])[] = [
    ["without rules strike nothing", [], ["none", "none", "none", "none"]],
    ["strike the first of each action", [{ when: once, fault: cut }], ["cut", "none", "cut", "cut"]],
    ["keep to a service", [{ service: "iam", when: once, fault: cut }], ["none", "none", "none", "cut"]],
    [
      "keep to actions",
      [{ actions: ["DescribeInstances", "GetRole"], when: once, fault: cut }],
      ["none", "none", "cut", "cut"],
    ],
    [
      "make a sequence for the same action",
      [
        { actions: [associate.action], when: once, fault: throttled },
        { actions: [associate.action], when: once, fault: cut },
      ],
      ["error", "cut", "none", "none"],
    ],
  ];
  for (const [title, rules, expected] of cases) {
    it(title, () => {
      assert.deepEqual(fates(rules, [associate, associate, describeInstances, getRole]), expected);
    });
  }

  const tenPerCent: readonly Rule[] = [{ when: { rate: 0.1 }, fault: cut }];

  it("strike at about their rate", () => {
    const struck = fates(tenPerCent, Array<typeof getRole>(10_000).fill(getRole)).filter(
      (kind) => kind === "cut",
    );
    assert.ok(struck.length > 900 && struck.length < 1100, String(struck.length));
  });

  it("strike alike for one seed, in whatever order actions overtake each other", () => {
    const [first, second] = [
      Array<typeof getRole>(50).fill(getRole),
      Array<typeof getRole>(50).fill(describeInstances),
    ];
    const apart = fates(tenPerCent, [...first, ...second], 7);
    const mixed = fates(
      tenPerCent,
      first.flatMap((request, index) => [second[index] ?? request, request]),
      7,
    );
    assert.deepEqual(
      [mixed.filter((_, index) => index % 2 === 1), mixed.filter((_, index) => index % 2 === 0)],
      [apart.slice(0, 50), apart.slice(50)],
    );
    assert.notDeepEqual(fates(tenPerCent, [...first, ...second], 8), apart);
  });
});
