import assert from "node:assert/strict";
import { boundaryDocument } from "../../bootstrap/documents.ts";
import { servicesWithinBoundary } from "../../components/access/actions.ts";
import { stackNames } from "../../components/config/stackFiles.ts";
import { boundaryStatements } from "../../components/permissions/workloadBoundary.ts";
import { compiledStack } from "../../operations/stackFile/compiledStack.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { boundaryChoice } from "./place.ts";

const manyActions = Array.from(
  { length: 300 },
  (_, index) => `pricing:Invented${"Action".repeat(index % 5)}${index}`,
);

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
