import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { boundaryErrors } from "../../../components/config/boundaryErrors.ts";
import { formatError } from "../../../components/config/configError.ts";
import { checkedStack, stackOf, target } from "../stackFixture.ts";

const boundary = "shop-bootstrap/shop-boundary";
const workload = {
  permissionsBoundary: boundary,
  access: [
    { s3: { bucket: "orders", level: "read" } },
    { sts: { role: "arn:aws:iam::444455556666:role/partner", level: "assume" } },
  ],
  statements: [
    { actions: ["pricing:GetProducts", "lambda:InvokeFunction"], resources: ["*"] },
    { effect: "Deny", actions: ["ec2:RunInstances"], resources: ["*"] },
  ],
};
const assume =
  'workloads.orders.access[1]: got "sts:AssumeRole" on "arn:aws:iam::444455556666:role/partner", which the permissions boundary never allows, want a right within the boundary: add it to shop-bootstrap:boundaryRoles or shop-bootstrap:boundaryActions, or leave it out';
const cut = (index: number, action: string) =>
  `workloads.orders.statements[0].actions[${index}]: got "${action}" on "*", which the permissions boundary never allows, want a right within the boundary: add it to shop-bootstrap:boundaryActions, or leave it out`;

const cases: readonly {
  readonly name: string;
  /** The stack files of `bootstrap/`, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly workload?: Readonly<Record<string, unknown>>;
  readonly errors: readonly string[];
}[] = [
  {
    name: "names what the boundary does not have, of access and of statements",
    files: { "Pulumi.main.yaml": "config:\n  shop-bootstrap:repository: a/b\n" },
    errors: [assume, cut(0, "pricing:GetProducts"), cut(1, "lambda:InvokeFunction")],
  },
  {
    name: "takes the actions and roles that the account adds",
    files: {
      "Pulumi.main.yaml":
        "config:\n  shop-bootstrap:boundaryActions: ['pricing:Get*']\n  shop-bootstrap:boundaryRoles: ['arn:aws:iam::444455556666:role/*']\n",
    },
    errors: [cut(1, "lambda:InvokeFunction")],
  },
  {
    name: "takes what the boundary of one of several accounts allows",
    files: {
      "Pulumi.one.yaml": "config:\n  shop-bootstrap:boundaryActions: ['pricing:GetProducts']\n",
      "Pulumi.two.yaml": "config:\n  shop-bootstrap:boundaryActions: ['lambda:InvokeFunction']\n",
    },
    errors: [assume],
  },
  {
    name: "takes the boundary of the account that the stack is in",
    files: {
      "Pulumi.one.yaml":
        "config:\n  shop-bootstrap:stacks: [dev]\n  shop-bootstrap:boundaryActions: ['pricing:GetProducts']\n",
      "Pulumi.two.yaml":
        "config:\n  shop-bootstrap:stacks: [prod]\n  shop-bootstrap:boundaryActions: ['lambda:InvokeFunction']\n",
    },
    errors: [assume, cut(1, "lambda:InvokeFunction")],
  },
  {
    name: "has the services that the account names, and no other",
    files: { "Pulumi.main.yaml": "config:\n  shop-bootstrap:boundaryServices: [sqs]\n" },
    workload: {
      permissionsBoundary: boundary,
      access: [{ sqs: { queue: "orders", level: "send" } }, { s3: { bucket: "orders", level: "write" } }],
    },
    errors: ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"].map(
      (action) =>
        `workloads.orders.access[1]: got "${action}" on "arn:aws:s3:::orders/*", which the permissions boundary never allows, want a right within the boundary: add s3 to shop-bootstrap:boundaryServices, or leave it out`,
    ),
  },
  { name: "passes where no account has settings in the repository", files: {}, errors: [] },
  {
    name: "passes where the settings cannot be read",
    files: { "Pulumi.main.yaml": "config:\n  shop-bootstrap:boundaryActions: {secure: v1}\n" },
    errors: [],
  },
  {
    name: "passes a boundary that another project makes",
    files: { "Pulumi.main.yaml": "config: {}\n" },
    workload: { ...workload, permissionsBoundary: "workload-boundary" },
    errors: [],
  },
];

describe("rights that the boundary of bootstrap/ cuts off", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "boundaries-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  for (const { name, files, errors, workload: declared = workload } of cases)
    it(name, async () => {
      mkdirSync(path.join(folder, "bootstrap"));
      for (const [file, text] of Object.entries(files))
        writeFileSync(path.join(folder, "bootstrap", file), text);
      const { workloads, errors: own } = await checkedStack({ values: stackOf({ workload: declared }) });
      assert.deepEqual(own, []);
      const found = await boundaryErrors(workloads, folder, target, false);
      assert.deepEqual(found.map(formatError), errors);
    });

  it("repeats no value where the configuration holds a secret", async () => {
    mkdirSync(path.join(folder, "bootstrap"));
    writeFileSync(path.join(folder, "bootstrap", "Pulumi.main.yaml"), "config: {}\n");
    const { workloads } = await checkedStack({ values: stackOf({ workload }) });
    const found = await boundaryErrors(workloads, folder, target, true);
    assert.deepEqual(
      found.map(({ problem }) => problem.split(",")[0]),
      ["got a secret value", "got a secret value", "got a secret value"],
    );
  });
});
