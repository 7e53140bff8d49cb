import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { ACCESS_SERVICES, type AccessEntry, everyGrantOf } from "../../../../components/access/index.ts";
import type { CompiledWorkload } from "../../../../components/config/compiledWorkload.ts";
import { diffDocuments } from "../../../../iam/diff/index.ts";
import { adopt } from "../../../../operations/workload/adopt/adopt.ts";
import { declaredIn } from "../../../../operations/stackFile/declaredStacks.ts";
import { stackText } from "../../../../operations/stackFile/stackText.ts";
import { projectFolder } from "../../../../sandbox/paths.ts";
import { drawStack } from "../randomStackFile.ts";
import { observed, target } from "./observedRole.ts";

const project = "instance-profiles";

const compiled = async (stack: string, text: string) => {
  const { workloads, problem, defaults } = await declaredIn(
    { stack, file: `Pulumi.${stack}.yaml`, text },
    project,
    target,
  );
  return { workloads, problem, defaults };
};

/** A stack file with the settings of another, and with one workload that has no rights. */
function emptied(text: string): string {
  const { config } = parse(text) as { config: Record<string, unknown> };
  return stringify({ config: { ...config, "instance-profiles:workloads": { "left-alone": {} } } });
}

/** What a role has beside its rights and its name. */
const settingsOf = (workload: CompiledWorkload) => ({
  description: workload.description,
  managedPolicies: workload.managedPolicyArns,
  permissionsBoundary: workload.permissionsBoundary,
  maxSessionSeconds: workload.maxSessionSeconds,
  tags: { ...workload.tags, Description: "" },
  instances: (workload.associations ?? []).map(({ instanceId }) => instanceId),
});

/** Adopts all workloads of a stack as their roles are seen in AWS, and compares what they are compiled to then. */
async function comesBack(stack: string, text: string) {
  const before = await compiled(stack, text);
  assert.equal(before.problem, undefined);
  const source = stackText(stack, emptied(text));
  const { "aws:region": region = target.region } = source.values as { "aws:region"?: string };
  const own = { ...target, region };
  const adopted = await adopt(before.workloads.map(observed), { source, project, target: own });
  const after = await compiled(stack, adopted.text);
  for (const workload of before.workloads) {
    const again = after.workloads.find(({ name }) => name === workload.name);
    assert.ok(again, `${workload.name} is not there`);
    const there = await diffDocuments(workload.statements, again.statements);
    const back = await diffDocuments(again.statements, workload.statements);
    assert.deepEqual([there, back], [same, same], adopted.text);
    assert.deepEqual(settingsOf(again), settingsOf(workload), adopted.text);
  }
  for (const { diff, leftOut, isInPlace } of adopted.adoptions) {
    assert.deepEqual([diff.changes, diff.settings, leftOut], [[], [], []], adopted.text);
    assert.equal(isInPlace, true);
  }
  return { before: before.workloads, after: after.workloads };
}

const same = { changes: [], widens: false, doubts: [] };

const seed = Number(process.env["SEED"] ?? randomInt(2 ** 31));

describe("a deployed workload that is adopted", () => {
  for (const stack of ["dev", "staging", "prod"])
    it(`has the same rights and settings, of every workload of the shipped stack ${stack}`, async () => {
      const text = readFileSync(path.join(projectFolder, `Pulumi.${stack}.yaml`), "utf8");
      const { before, after } = await comesBack(stack, text);
      // Whatever was written as access is access again.
      assert.deepEqual(
        before.map(({ name, grants }) => [name, grants.map(({ entry }) => JSON.stringify(entry)).sort()]),
        before.map(({ name }) => [
          name,
          after
            .find((one) => one.name === name)
            ?.grants.map(({ entry }) => JSON.stringify(entry))
            .sort(),
        ]),
      );
    });

  it(`has the same rights and settings, of 500 workloads of random stack files (SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const { text } = drawStack(draw, "dev", ["orders-api", "web"]);
        // A workload that names one thing twice is refused before it is deployed.
        fc.pre((await compiled("dev", text)).problem === undefined);
        await comesBack("dev", text);
      }),
      { seed, numRuns: 250, includeErrorInReport: true },
    );
  });

  it(`has the same rights, of 100 random mixtures of all services (SEED=${seed})`, async () => {
    const all = ACCESS_SERVICES.flatMap(everyGrantOf).filter((entry) => accessEntry.safeParse(entry).success);
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { minLength: 1, maxLength: 12 }), async (access: AccessEntry[]) => {
        const config = {
          "aws:region": target.region,
          "instance-profiles:environment": "dev",
          "instance-profiles:workloads": { mixed: { access } },
        };
        const text = stringify({ config });
        fc.pre((await compiled("dev", text)).problem === undefined);
        await comesBack("dev", text);
      }),
      { seed, numRuns: 100, includeErrorInReport: true },
    );
  });
});
