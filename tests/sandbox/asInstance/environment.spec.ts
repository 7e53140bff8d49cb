import assert from "node:assert/strict";
import { devNull } from "node:os";
import { instanceEnvironment } from "../../../sandbox/asInstance/environment.ts";

const surroundings = {
  endpoint: "http://127.0.0.1:1",
  region: "eu-central-1",
  metadataEndpoint: "http://127.0.0.1:2",
  proxy: "http://127.0.0.1:3",
};

const always = {
  AWS_CONFIG_FILE: devNull,
  AWS_DEFAULT_REGION: "eu-central-1",
  AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://127.0.0.1:2",
  AWS_ENDPOINT_URL: "http://127.0.0.1:1",
  AWS_REGION: "eu-central-1",
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  HTTPS_PROXY: "http://127.0.0.1:3",
  HTTP_PROXY: "http://127.0.0.1:3",
  NO_PROXY: "127.0.0.1,localhost,::1",
  http_proxy: "http://127.0.0.1:3",
  https_proxy: "http://127.0.0.1:3",
  no_proxy: "127.0.0.1,localhost,::1",
};

describe("the environment of an instance", () => {
  for (const { name, user, kept } of [
    { name: "keeps what a program needs", user: { PATH: "/bin", HOME: "/home/u", LANG: "C" } },
    {
      name: "holds no key, profile, role, region or endpoint of the user",
      user: {
        AWS_ACCESS_KEY_ID: "key",
        AWS_SECRET_ACCESS_KEY: "secret",
        AWS_SESSION_TOKEN: "token",
        AWS_PROFILE: "company",
        AWS_DEFAULT_PROFILE: "company",
        AWS_WEB_IDENTITY_TOKEN_FILE: "token",
        AWS_ROLE_ARN: "role",
        AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.2/role",
        AWS_EC2_METADATA_DISABLED: "true",
        AWS_ENDPOINT_URL_S3: "https://s3.example.com",
        AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
        AWS_CA_BUNDLE: "bundle",
        AWS_REGION: "us-east-1",
      },
      kept: {},
    },
    {
      name: "holds no login of Pulumi",
      user: { PULUMI_ACCESS_TOKEN: "pul-1", PULUMI_CONFIG_PASSPHRASE: "secret", PULUMI_HOME: "/home/u" },
      kept: {},
    },
    {
      name: "leaves by its own proxy alone",
      user: {
        HTTPS_PROXY: "http://proxy.example.com",
        all_proxy: "socks5://proxy.example.com",
        ALL_PROXY: "socks5://proxy.example.com",
        Http_Proxy: "http://proxy.example.com",
        no_proxy: ".amazonaws.com",
      },
      kept: {},
    },
  ])
    it(name, () => {
      assert.deepEqual(instanceEnvironment(user, surroundings), { ...(kept ?? user), ...always });
    });
});
