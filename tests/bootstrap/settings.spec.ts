import assert from "node:assert/strict";
import { parseSettings } from "../../bootstrap/settings.ts";
import { servicesWithinBoundary } from "../../components/access/actions.ts";

describe("settings of the bootstrap program", () => {
  const right = { repository: "acme/instance-profiles", stacks: ["dev"] };
  const cases: readonly [name: string, raw: Record<string, unknown>, errors: string[]][] = [
    [
      "nothing",
      {},
      [
        "repository: got nothing, want the repository on GitHub as owner/name or owner@123/name@456",
        "stacks: got nothing, want a list of stacks",
      ],
    ],
    [
      "a wildcard for a repository",
      { ...right, repository: "acme/*" },
      ['repository: got "acme/*", want the repository on GitHub as owner/name or owner@123/name@456'],
    ],
    ["no stack", { ...right, stacks: [] }, ["stacks: got [], want at least one stack"]],
    [
      "a stack that has the environment of another one's previews",
      { ...right, stacks: ["dev", "Preview-dev", "observe-dev", "observe-qa"] },
      [
        'stacks.1: got "Preview-dev", want another name: the environment preview-dev is that of the stack dev',
        'stacks.2: got "observe-dev", want another name: the environment observe-dev is that of the stack dev',
      ],
    ],
    [
      "every role",
      { ...right, boundaryRoles: ["arn:aws:iam::*:role/*"] },
      ['boundaryRoles.0: got "arn:aws:iam::*:role/*", want the ARN of a role, not of all'],
    ],
    [
      "every action",
      { ...right, boundaryActions: ["*"] },
      ['boundaryActions.0: got "*", want an action such as pricing:GetProducts'],
    ],
    [
      "a service that is none, and one whose resources the account has to name",
      { ...right, boundaryServices: ["s4", "sts"] },
      [
        `boundaryServices.0: got "s4", want one of ${servicesWithinBoundary().join(", ")}`,
        `boundaryServices.1: got "sts", want one of ${servicesWithinBoundary().join(", ")}`,
      ],
    ],
    [
      "an alias of a key",
      { ...right, stateKeyArn: "arn:aws:kms:eu-central-1:111122223333:alias/state" },
      [
        'stateKeyArn: got "arn:aws:kms:eu-central-1:111122223333:alias/state", want the ARN of a KMS key, not of an alias',
      ],
    ],
  ];
  for (const [name, raw, errors] of cases) {
    it(`are refused with ${name}`, () => {
      assert.deepEqual(parseSettings(raw), { errors });
    });
  }

  it("take a repository whose subjects are immutable", () => {
    const { repository } = { ...parseSettings({ ...right, repository: "acme@12/instance-profiles@34" }) } as {
      repository?: string;
    };
    assert.equal(repository, "acme@12/instance-profiles@34");
  });

  it("have defaults", () => {
    assert.deepEqual(parseSettings(right), {
      ...right,
      boundaryActions: [],
      boundaryRoles: [],
    });
  });
});
