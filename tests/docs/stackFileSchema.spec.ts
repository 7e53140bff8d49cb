import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import fc from "fast-check";
import { parse } from "yaml";
import { stackNames } from "../../components/config/stackFiles.ts";
import { stackFileSchema } from "../../docs/generate/stackFileSchema.ts";
import { sandboxFolder } from "../../sandbox/paths.ts";
import { lendSalt, takeBackSalt } from "../../sandbox/stacks.ts";
import { checkedStack, projectFolder, stackOf } from "../components/stackFixture.ts";
import { drawStack } from "../operations/workload/randomStackFile.ts";
import { temporaryFolder } from "../sandbox/temporaryFolder.ts";
import { fieldsOf } from "./schemaFields.ts";

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const schema = stackFileSchema() as AnySchemaObject;
const validate = ajv.compile(schema);

/** Where a stack file is wrong and by which rule; what only says that a rule inside does not hold is left out. */
function problemsOf(file: unknown): string[] {
  void validate(file);
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
  return errors.map(({ instancePath, keyword, params }) => {
    const { additionalProperty: key, missingProperty: missing = key } = params as Record<string, string>;
    return [instancePath, keyword, missing].filter(Boolean).join(" ");
  });
}

const text = (stack: string) => readFileSync(path.join(projectFolder, `Pulumi.${stack}.yaml`), "utf8");
const stacks = stackNames(projectFolder);
const at = "/config/instance-profiles:workloads";
const s3 = (grant: object) => ({ workload: { access: [{ s3: grant }] } });

describe("the schema of stack files", () => {
  for (const stack of stacks)
    it(`takes the shipped file of ${stack}, whose first line names it`, () => {
      assert.deepEqual(
        [problemsOf(parse(text(stack))), text(stack).split("\n")[0]],
        [[], "# yaml-language-server: $schema=./workloads.schema.json"],
      );
    });

  for (const [name, changes, problems] of [
    [
      "a level of another service",
      s3({ bucket: "orders", level: "send" }),
      [`${at}/orders/access/0/s3/level enum`],
    ],
    [
      "a name that is none",
      s3({ bucket: "Orders_", level: "read" }),
      [
        `${at}/orders/access/0/s3/bucket pattern`,
        `${at}/orders/access/0/s3/bucket type`,
        `${at}/orders/access/0/s3/bucket anyOf`,
      ],
    ],
    [
      "an ARN of another service",
      s3({ bucket: "arn:aws:sqs:eu-central-1:111122223333:orders", level: "read" }),
      [
        `${at}/orders/access/0/s3/bucket pattern`,
        `${at}/orders/access/0/s3/bucket type`,
        `${at}/orders/access/0/s3/bucket anyOf`,
      ],
    ],
    ["a grant without its level", s3({ bucket: "orders" }), [`${at}/orders/access/0/s3 required level`]],
    ["an unknown field", { workload: { acess: [] } }, [`${at}/orders additionalProperties acess`]],
    [
      "two services in one entry",
      {
        workload: {
          access: [{ sqs: { queue: "orders", level: "send" }, sns: { topic: "orders", level: "publish" } }],
        },
      },
      [`${at}/orders/access/0 maxProperties`],
    ],
    ["an entry without a service", { workload: { access: [{}] } }, [`${at}/orders/access/0 minProperties`]],
    ["too many hours", { workload: { maxSessionHours: 13 } }, [`${at}/orders/maxSessionHours maximum`]],
    ["a number as text", { workload: { maxSessionHours: "4" } }, [`${at}/orders/maxSessionHours type`]],
    [
      "an operator that IAM does not know",
      {
        workload: {
          statements: [
            {
              actions: ["s3:GetObject"],
              resources: ["*"],
              conditions: { StringIs: { "aws:SourceVpc": "v" } },
            },
          ],
        },
      },
      [`${at}/orders/statements/0/conditions pattern`, `${at}/orders/statements/0/conditions propertyNames`],
    ],
    [
      "a resource that is no ARN",
      { workload: { statements: [{ actions: ["s3:GetObject"], resources: ["orders"] }] } },
      [`${at}/orders/statements/0/resources/0 pattern`],
    ],
    [
      "an instance type that is none",
      { workload: { launch: { image: "al2023", instanceType: "t3" } } },
      [`${at}/orders/launch/instanceType pattern`],
    ],
    [
      "an instance id that is none",
      { workload: { attachTo: ["web-1"] } },
      [`${at}/orders/attachTo/0 pattern`, `${at}/orders/attachTo/0 type`, `${at}/orders/attachTo/0 anyOf`],
    ],
    [
      "an unknown key of its own namespace",
      { values: { "instance-profiles:enviroment": "dev" } },
      ["/config additionalProperties instance-profiles:enviroment"],
    ],
    ["no workload", { values: { "instance-profiles:workloads": {} } }, [`${at} minProperties`]],
    [
      "a name of a workload that is none",
      { values: { "instance-profiles:workloads": { Orders: {} } } },
      [`${at} pattern`, `${at} propertyNames`],
    ],
  ] as const)
    it(`refuses what the program refuses: ${name}`, async () => {
      const values = stackOf(changes);
      const { errors } = await checkedStack({ values });
      assert.deepEqual([problemsOf({ config: values }), errors.length > 0], [problems, true]);
    });

  it("takes every random stack file that the program takes", async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const file = parse(drawStack(draw, "dev", ["orders-api"]).text) as {
          config: Record<string, unknown>;
        };
        const { errors } = await checkedStack({ values: file.config });
        if (errors.length > 0) return;
        taken++;
        assert.deepEqual(problemsOf(file), []);
      }),
      { numRuns: 200, includeErrorInReport: true },
    );
    // About half of them are right.
    assert.ok(taken > 50, `${taken} taken`);
  });

  it("refuses a key without a namespace and a key that Pulumi does not know", () => {
    assert.deepEqual(problemsOf({ config: { region: "eu-central-1" }, confg: {} }), [
      "additionalProperties confg",
      "/config additionalProperties region",
    ]);
  });

  for (const [name, file] of [
    [
      "keys of other namespaces",
      { config: { "aws:region": "eu-central-1", "aws:assumeRoles": [{ roleArn: "r" }] } },
    ],
    ["an empty config", { config: null }],
    ["what Pulumi keeps", { encryptionsalt: "v1:a", secretsprovider: "awskms://a", encryptedkey: "a" }],
    ["environments by name", { environment: ["shop/dev"] }],
    ["environments with values", { environment: { imports: ["shop/dev"] } }],
    ["a secret map", { config: { "instance-profiles:workloads": { secure: "v1:a" } } }],
    ["a secret of another namespace", { config: { "aws:secretKey": { secure: "v1:a" } } }],
    [
      "a secret text in a workload",
      { config: { "instance-profiles:workloads": { orders: { description: { secure: "v1:a" } } } } },
    ],
  ] as const)
    it(`takes ${name}`, () => {
      assert.deepEqual(problemsOf(file), []);
    });

  it("describes every field and gives examples that are right", () => {
    const fields = fieldsOf(schema);
    const wrong = fields.filter(({ field: { description, examples, ...field } }) => {
      if (typeof description !== "string" || !Array.isArray(examples) || examples.length === 0) return true;
      return !examples.every((example) => ajv.validate({ ...field, $defs: schema.$defs as object }, example));
    });
    assert.deepEqual(
      wrong.map(({ at }) => at),
      [],
    );
    assert.ok(fields.length > 60, `${fields.length} fields`);
  });
});

describe("the first line of a stack file", () => {
  const root = temporaryFolder();

  it("stays first where the sandbox has lent its salt and taken it back, with all other bytes", () => {
    const folder = sandboxFolder(path.join(root(), "sandbox"));
    const project = path.join(root(), "project");
    for (const needed of [project, folder.scratch]) mkdirSync(needed, { recursive: true });
    const files = stacks.map((stack) => path.join(project, `Pulumi.${stack}.yaml`));
    for (const file of files) copyFileSync(path.join(projectFolder, path.basename(file)), file);
    writeFileSync(path.join(folder.scratch, "Pulumi.dev.yaml"), "encryptionsalt: v1:salt\n");
    lendSalt(project, folder, "v1:salt");
    const lent = files.map((file) => parse(readFileSync(file, "utf8")) as unknown);
    takeBackSalt(project, folder);
    assert.deepEqual(
      [lent.map(problemsOf), files.map((file) => readFileSync(file, "utf8"))],
      [stacks.map(() => []), stacks.map(text)],
    );
  });
});
