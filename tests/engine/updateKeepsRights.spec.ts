import assert from "node:assert/strict";
import {
  type GetAccountAuthorizationDetailsCommandOutput,
  paginateGetAccountAuthorizationDetails,
} from "@aws-sdk/client-iam";
import { EngineProject } from "../../testing/engineProject.ts";
import { rootClients } from "./inAws.ts";

interface Entry {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** A statement about a bucket of its own, long enough for a document to hold about twenty. */
const about = (name: string, action = "s3:GetObject"): Entry => ({
  actions: [action],
  resources: [`arn:aws:s3:::keeps-rights-${name}/${"x".repeat(200)}/*`],
});
const range = (first: number, last: number, action?: string) =>
  Array.from({ length: last - first + 1 }, (_, index) => about(`${first + index}`, action));

const config = (statements: readonly Entry[]) => ({
  "aws:region": "eu-central-1",
  "instance-profiles:environment": "keeps",
  "instance-profiles:workloads": { orders: { statements } },
});

const first = range(1, 50);

describe("an update of a workload with several policy documents", () => {
  let project: EngineProject;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack("keeps");
    project.configure("keeps", config(first));
    await up();
  });
  after(async () => {
    await project.pulumi("destroy", "--yes", "--skip-preview", "--stack", "keeps");
    project.remove();
  });

  const up = () => project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", "keeps");

  for (const [what, statements] of [
    ["a statement is put in front", [about("new"), ...first]],
    ["they become one document more", [about("new"), ...range(1, 80)]],
    ["what one of them allows grows and shrinks", [...range(1, 25, "s3:Get*"), ...range(26, 80)]],
    ["most of them go", range(60, 80)],
  ] as const)
    it(`never lacks a right that it had before and has afterwards, when ${what}`, async () => {
      const had = await rightsInForce();
      project.configure("keeps", config(statements));
      const update = { isDone: false };
      const updating = up().finally(() => {
        update.isDone = true;
      });
      const seen: ReadonlySet<string>[] = [];
      while (!update.isDone) seen.push(await rightsInForce());
      await updating;
      const has = await rightsInForce();
      const kept = [...had].filter((right) => has.has(right));
      const lacking = seen.flatMap((rights) => kept.filter((right) => !rights.has(right)));
      assert.deepEqual([[...new Set(lacking)], kept.length > 0, seen.length > 10], [[], true, true]);
    });
});

/** What the role of the workload is allowed by its attached policies at one moment, as texts of an action and a resource. */
async function rightsInForce(): Promise<ReadonlySet<string>> {
  const { iam } = await rootClients();
  const pages: GetAccountAuthorizationDetailsCommandOutput[] = [];
  for await (const page of paginateGetAccountAuthorizationDetails(
    { client: iam },
    { Filter: ["Role", "LocalManagedPolicy"] },
  ))
    pages.push(page);
  const role = pages
    .flatMap(({ RoleDetailList = [] }) => RoleDetailList)
    .find(({ RoleName }) => RoleName === "instance-profiles-keeps-orders");
  const attached = new Set(role?.AttachedManagedPolicies?.map(({ PolicyArn }) => PolicyArn));
  const documents = pages
    .flatMap(({ Policies = [] }) => Policies)
    .filter(({ Arn }) => attached.has(Arn))
    .flatMap(({ PolicyVersionList = [] }) => PolicyVersionList.filter((version) => version.IsDefaultVersion));
  return new Set(documents.flatMap(({ Document = "" }) => rightsOf(decodeURIComponent(Document))));
}

function rightsOf(document: string): string[] {
  const { Statement } = JSON.parse(document) as {
    readonly Statement: readonly {
      readonly Action: string | string[];
      readonly Resource: string | string[];
    }[];
  };
  return Statement.flatMap(({ Action, Resource }) =>
    [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} on ${resource}`)),
  );
}
