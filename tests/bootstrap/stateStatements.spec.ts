import assert from "node:assert/strict";
import { stackKeys, stateStatements } from "../../bootstrap/stateStatements.ts";
import { resourceCovers } from "../../iam/patterns/patternCovers.ts";
import { place, store } from "./place.ts";

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

describe("state in Pulumi Cloud", () => {
  it("needs no right in AWS", () => {
    assert.deepEqual(stateStatements({ partition: "aws" }, place("dev"), "write"), []);
  });
});
