import assert from "node:assert/strict";
import { sandboxEnvironment } from "../../sandbox/environment.ts";
import { sandboxFolder } from "../../sandbox/paths.ts";
import { ownEnvironment } from "./environmentVariables.ts";

/** What would lead out of the sandbox, or change what runs in it. */
const foreign = [
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  "AWS_SESSION_TOKEN",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_DEFAULT_REGION",
  "AWS_ENDPOINT_URL_IAM",
  "AWS_ENDPOINT_URL_S3",
  "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
  "PULUMI_ACCESS_TOKEN",
  "PULUMI_API",
  "PULUMI_CONFIG",
  "PULUMI_CONFIG_PASSPHRASE_FILE",
  "PULUMI_CREDENTIALS_PATH",
  "PULUMI_ORGANIZATION",
  "PULUMI_STACK",
  "TF_LOG",
  "TF_CLI_CONFIG_FILE",
];

describe("environment inside the sandbox", () => {
  ownEnvironment();
  const folder = sandboxFolder("/project/.sandbox");
  const endpoint = "http://127.0.0.1:4566";
  const inside = () => sandboxEnvironment(folder, endpoint);

  for (const name of foreign) {
    it(`holds nothing of the user's ${name}`, () => {
      process.env[name] = "the user's";
      assert.equal(inside()[name], undefined);
    });
  }

  it("points at the sandbox only, whatever the user's shell says", () => {
    const own = {
      PULUMI_HOME: "/project/.sandbox/pulumi-home",
      PULUMI_BACKEND_URL: "file:///project/.sandbox/state?metadata=skip",
      PULUMI_CONFIG_PASSPHRASE: "sandbox",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_ENDPOINT_URL: endpoint,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/project/.sandbox/no-aws-config",
      AWS_SHARED_CREDENTIALS_FILE: "/project/.sandbox/aws-credentials",
    };
    for (const name of Object.keys(own)) process.env[name] = "the user's";
    const environment = inside();
    assert.deepEqual(Object.fromEntries(Object.keys(own).map((name) => [name, environment[name]])), own);
  });

  it("keeps a proxy away from the engine's own calls, beside what the user keeps it from", () => {
    Object.assign(process.env, { NO_PROXY: "", no_proxy: "intranet.example.com" });
    const { NO_PROXY, no_proxy } = inside();
    assert.deepEqual(
      { NO_PROXY, no_proxy },
      { NO_PROXY: "localhost,127.0.0.1,::1", no_proxy: "intranet.example.com,localhost,127.0.0.1,::1" },
    );
  });

  it("has the sandbox's tools first on PATH", () => {
    process.env.PATH = "/usr/local/bin:/usr/bin";
    assert.equal(inside().PATH, "/project/.sandbox/bin:/usr/local/bin:/usr/bin");
  });

  for (const [name, value] of [
    ["HOME", "/home/user"],
    ["SSH_AUTH_SOCK", "/run/agent"],
    ["MY_AWS_NOTE", "kept"],
    ["PULUMI_SKIP_CONFIRMATIONS", "true"],
    ["HTTPS_PROXY", "http://gateway.example.com:3128"],
  ] as const) {
    it(`keeps ${name}`, () => {
      process.env[name] = value;
      assert.equal(inside()[name], value);
    });
  }
});
