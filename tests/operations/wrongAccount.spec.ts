import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as http from "node:http";
import type { AddressInfo } from "node:net";
import * as path from "node:path";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { temporaryFolder } from "../sandbox/temporaryFolder.ts";
import { fakePulumi } from "./fakePulumi.ts";
import { stackFile } from "./permissions/stackFiles.ts";

const arn = (kind: string) => `arn:aws:iam::111122223333:${kind}/shop/prod/shop-prod-api`;
const outputs = {
  workloads: {
    api: {
      roleName: "shop-prod-api",
      roleArn: arn("role"),
      instanceProfileName: "shop-prod-api",
      instanceProfileArn: arn("instance-profile"),
      policyArns: [arn("policy")],
    },
  },
};
const state = {
  deployment: {
    resources: [
      { urn: "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod", type: "pulumi:pulumi:Stack" },
      {
        urn: "urn:x",
        type: "aws:iam/policy:Policy",
        outputs: { arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
      },
      { urn: "urn:y", type: "aws:iam/role:Role", outputs: { arn: arn("role") } },
    ],
  },
};

/** What would change something, or lead to advice that does. */
const never = /^(?:refresh|preview|cancel|import|up)\b/m;

describe("with credentials of another account", () => {
  const root = temporaryFolder();
  let aws: http.Server;
  const requests: string[] = [];

  before(async () => {
    aws = http
      .createServer((request, response) => {
        request
          .setEncoding("utf8")
          .on("data", (body: string) => requests.push(String(new URLSearchParams(body).get("Action"))));
        request.on("end", () =>
          response.end(
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>222222222222</Account></GetCallerIdentityResult></GetCallerIdentityResponse>",
          ),
        );
      })
      .listen(0, "127.0.0.1");
    await new Promise((resolve) => aws.once("listening", resolve));
  });
  after(() => aws.close());

  for (const [command, ...args] of [
    ["verify"],
    ["recover"],
    ["history", "api"],
    ["rollback", "api", "--to", "v1", "--yes"],
  ])
    it(`${command ?? ""} says whose they are, asks for nothing else, and changes nothing`, async () => {
      requests.length = 0;
      writeFileSync(path.join(root(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
      const access = [{ s3: { bucket: "orders", level: "read" } }];
      writeFileSync(path.join(root(), "Pulumi.prod.yaml"), stackFile({ api: { access } }));
      const { config } = JSON.parse(stackFile({ api: { access } })) as { config: Record<string, unknown> };
      const shown = Object.entries(config).map(([key, value]) => [
        key,
        typeof value === "string" ? { value } : { value: JSON.stringify(value), objectValue: value },
      ]);
      const bin = fakePulumi(root(), {
        "stack output": { stdout: JSON.stringify(outputs) },
        "stack export": { stdout: JSON.stringify(state) },
        config: { stdout: JSON.stringify(Object.fromEntries(shown)) },
      });
      const { port } = aws.address() as AddressInfo;
      const env = {
        ...process.env,
        PATH: `${bin}:${process.env.PATH ?? ""}`,
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        AWS_ACCESS_KEY_ID: "none",
        AWS_SECRET_ACCESS_KEY: "none",
      };
      const start = [path.join(projectFolder, "bin/main.mjs"), command ?? "", ...args, "--stack", "prod"];
      const { code, stdout, stderr } = await capture(process.execPath, start, { cwd: root(), env });
      assert.deepEqual(
        { code, stdout, said: stderr.trim().split("\n").pop(), requests },
        {
          code: 2,
          stdout: "",
          said: `${command ?? ""}: the credentials are of account 222222222222, and stack "prod" is in 111122223333: choose its credentials with AWS_PROFILE, or name them in its file, by aws:profile or aws:assumeRoles`,
          requests: ["GetCallerIdentity"],
        },
      );
      assert.doesNotMatch(readFileSync(path.join(root(), "asked"), "utf8"), never);
    });
});
