import assert from "node:assert/strict";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import { ACCESS_SERVICES, everyGrantOf, type AccessEntry } from "../../../components/access/index.ts";
import { policies } from "../../../policypack/policies/index.ts";
import { violations } from "../../policypack/violations.ts";
import { checkedStack, stackOf } from "../stackFixture.ts";

const type = "aws:iam/policy:Policy";

/** The policies that judge a document by itself. */
const judges = policies.filter(
  ({ checkResource, types = [type] }) => checkResource !== undefined && types.includes(type),
);

/** What the pack says of the documents that a grant becomes. */
async function findingsAbout(entry: AccessEntry): Promise<string[]> {
  const { workloads } = await checkedStack({ values: stackOf({ workload: { access: [entry] } }) });
  const documents = workloads.flatMap(({ policyDocuments }) => policyDocuments);
  assert.ok(documents.length > 0);
  const found = documents.flatMap((policy) =>
    judges.map(async (judge) =>
      (await violations(judge, type, { policy })).map(
        (message) => `${judge.enforcementLevel} ${judge.name}: ${message.split(";")[0]}`,
      ),
    ),
  );
  return (await Promise.all(found)).flat();
}

const versionOfAnySchema = (statement: number) =>
  `advisory no-open-resources: subject policy.Statement[${statement}]: got Allow "glue:GetSchemaVersion" on "*"`;

/**
 * What the pack advises although AWS leaves no other way. Serializers and deserializers read a version of a schema by its
 * id alone, so that the request names neither schema nor registry.
 * https://docs.aws.amazon.com/glue/latest/webapi/API_GetSchemaVersion.html
 */
const unavoidable: Readonly<Record<string, readonly string[]>> = {
  "schemaRegistry:read": [versionOfAnySchema(2)],
  "schemaRegistry:register": [versionOfAnySchema(1)],
  "schemaRegistry:readRegister": [versionOfAnySchema(2)],
};

describe("the policy pack about the words of access", () => {
  for (const service of ACCESS_SERVICES) {
    it(`has nothing to say of ${service} but what AWS forces`, async () => {
      for (const entry of everyGrantOf(service).filter((grant) => accessEntry.safeParse(grant).success)) {
        const { level } = entry[service] as { readonly level: string };
        assert.deepEqual(
          await findingsAbout(entry),
          unavoidable[`${service}:${level}`] ?? [],
          JSON.stringify(entry),
        );
      }
    });
  }
});
