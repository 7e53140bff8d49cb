import assert from "node:assert/strict";
import { promoteText } from "../../../operations/workload/promote/promoteText.ts";
import { stackText } from "../../../operations/stackFile/stackText.ts";

const head = (environment: string, region = "eu-central-1") => `config:
  aws:region: ${region}
  instance-profiles:environment: ${environment}
  instance-profiles:workloads:
`;

const promote = (dev: string, prod: string) =>
  promoteText(stackText("dev", dev), stackText("prod", prod), "api");

const source = `    # Takes orders.
    api:
      description: For dev and all others
      access:
        # The orders.
        - dynamodb: { table: dev-orders, level: readWrite } # own
        - cloudwatch: { namespace: Dev/Api, level: write }
      managedPolicies: [AmazonSSMManagedInstanceCore]
      launch:
        image: al2023
        instanceType: t3.micro
      attachTo: [i-0123456789abcdef0]
`;

const rights = `      access:
        # The orders.
        - dynamodb: { table: prod-orders, level: readWrite } # own
        - cloudwatch: { namespace: Prod/Api, level: write }
      managedPolicies: [AmazonSSMManagedInstanceCore]
`;
const launch = `      launch:
        image: al2023
        instanceType: m5.large # measured
      attachTo: [i-00000000000000001]
`;
const other = "    web: {} # last\n";

describe("a workload that is taken over", () => {
  for (const [name, prod, after] of [
    [
      "where the other stack has none of its name, but for its instances",
      `    web: {}\n`,
      `    web: {}

    # Takes orders.
    api:
      description: For dev and all others
${rights}      launch:
        image: al2023
        instanceType: t3.micro
`,
    ],
    [
      "key by key where the other stack has it, whose size and instances stay",
      `    # Of prod.
    api:
      description: Old # words
      access: [] # none
      # The core.
      managedPolicies:
        - ReadOnlyAccess
      maxSessionHours: 1
${launch}${other}`,
      `    # Of prod.
    api:
      description: For dev and all others
${rights}      maxSessionHours: 1
${launch}${other}`,
    ],
    [
      "with keys that the other stack does not have yet, in their order",
      `    api:\n${launch}${other}`,
      `    api:\n      description: For dev and all others\n${rights}${launch}${other}`,
    ],
    [
      "wherever the keys stand, and without those that it does not have",
      `    api:\n${launch}      statements:\n        - actions: ["s3:GetObject"]\n          resources: ["*"]\n      description: Old\n${other}`,
      `    api:\n${launch}      description: For dev and all others\n${rights}${other}`,
    ],
    [
      "up to the end of a file that does not end its last line",
      `    api:\n      access: []`,
      `    api:\n      description: For dev and all others\n${rights.trimEnd()}`,
    ],
    [
      "into a file with other margins",
      `      api:\n          maxSessionHours: 1\n`,
      `      api:\n${`      description: For dev and all others\n${rights}`.replace(/^/gm, "    ").trimEnd()}\n          maxSessionHours: 1\n`,
    ],
  ] as const)
    it(`is copied ${name}`, () => {
      const { text } = promote(head("dev") + source, head("prod") + prod);
      assert.equal(text, head("prod") + after);
    });

  it("keeps the line ends of the other file", () => {
    const prod = (head("prod") + other).replaceAll("\n", "\r\n");
    const { text } = promote(head("dev") + source, prod);
    assert.deepEqual([text.startsWith(prod), /(?<!\r)\n/.test(text)], [true, false]);
  });

  it("changes nothing the second time", () => {
    const once = promote(head("dev") + source, head("prod") + `    api:\n${launch}`).text;
    assert.equal(promote(head("dev") + source, once).text, once);
  });

  it("keeps what says the environment by a placeholder as it is", () => {
    const texts = (environment: string) =>
      `    api:
      access:
        - s3: { bucket: "{environment}-orders", level: read }
        - s3: { bucket: "dev-tools-{environment}", level: read }
        - sqs: { queue: "dev-{stack}", level: send }
        - sns: { topic: "arn:{partition}:sns:{region}:{account}:${environment}-orders", level: publish }
`;
    const once = promote(head("dev") + texts("dev"), head("prod") + other).text;
    assert.equal(once, `${head("prod")}${other}\n${texts("prod")}`);
    assert.equal(promote(head("dev") + texts("dev"), once).text, once);
  });

  it("says what was left and which region it names still", () => {
    const arn = "arn:aws:sqs:eu-central-1:111122223333:jobs";
    const dev = `${head("dev")}    api:\n      access:\n        - sqs: { queue: "${arn}", level: send }\n      attachTo: [i-0123456789abcdef0]\n`;
    assert.deepEqual(promote(dev, head("prod", "eu-west-1") + other).notes, [
      "The workload names the region eu-central-1, and prod is in eu-west-1: change it where that is meant.",
      "attachTo is not copied: an instance carries one profile.",
    ]);
  });

  for (const [name, dev, prod, sentence] of [
    [
      "is in braces in the other file",
      head("dev") + source,
      `${head("prod")}    api: { maxSessionHours: 1 }\n`,
      /^Pulumi\.prod\.yaml: got braces in workload "api", want its keys on lines of their own/,
    ],
    [
      "has a secret",
      `${head("dev")}    api:\n      launch:\n        userData:\n          secure: v1:a\n`,
      head("prod") + other,
      /^workload "api" of Pulumi\.dev\.yaml has a secret at launch\.userData, which only its own stack can read/,
    ],
    [
      "has anchors",
      `${head("dev")}    api:\n      tags: &tags { Team: shop }\n`,
      head("prod") + other,
      /^workload "api" of Pulumi\.dev\.yaml cannot be copied: it holds the anchor &tags/,
    ],
    [
      "comes from a stack without an environment",
      head("dev").replace(/.*environment.*\n/, "") + source,
      head("prod") + other,
      /^Pulumi\.dev\.yaml has no instance-profiles:environment, want a name such as dev/,
    ],
  ] as const)
    it(`is refused in one sentence where it ${name}`, () => {
      assert.throws(() => promote(dev, prod), { name: "Failure", message: sentence });
    });
});
