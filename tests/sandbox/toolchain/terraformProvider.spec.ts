import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import {
  findTerraformProvider,
  mirrorsInConfig,
  terraformPlatform,
} from "../../../sandbox/toolchain/terraformProvider.ts";
import { ownEnvironment } from "../environmentVariables.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

const configs = [
  { name: "finds nothing in an empty file", text: "", finds: [] },
  {
    name: "finds a filesystem mirror",
    text: 'provider_installation {\n  filesystem_mirror {\n    path    = "/mirror"\n    include = ["*/*/*"]\n  }\n}\n',
    finds: ["/mirror"],
  },
  {
    name: "finds several mirrors in order, then the plugin cache",
    text: 'plugin_cache_dir = "/cache"\nprovider_installation {\n  filesystem_mirror { path = "/a b" }\n  filesystem_mirror { path="/c" }\n}\n',
    finds: ["/a b", "/c", "/cache"],
  },
  {
    name: "passes over a network mirror",
    text: 'provider_installation {\n  network_mirror { url = "https://mirror.example.com/" }\n}\n',
    finds: [],
  },
  {
    name: "passes over a plugin cache that is commented out",
    text: '# plugin_cache_dir = "/cache"\n',
    finds: [],
  },
];

describe("Terraform CLI configuration", () => {
  for (const { name, text, finds } of configs) {
    it(name, () => {
      assert.deepEqual(mirrorsInConfig(text), finds);
    });
  }
});

describe("search for the Terraform AWS provider", () => {
  ownEnvironment();
  const folder = temporaryFolder();

  /** Puts a provider into a mirror below the test's folder and returns its path. */
  function put(
    mirror: string,
    version: string,
    platform = terraformPlatform(),
    name = `_v${version}_x5`,
  ): string {
    const below = path.join(folder(), mirror, "registry.terraform.io", "hashicorp", "aws", version, platform);
    mkdirSync(below, { recursive: true });
    const executable = path.join(below, `terraform-provider-aws${name}`);
    writeFileSync(executable, "");
    return executable;
  }

  /** An environment in which every folder that a user can name lies below the test's folder. */
  function find(): unknown {
    const at = (name: string) => path.join(folder(), name);
    process.env.HOME = at("home");
    writeFileSync(
      at("terraformrc"),
      `provider_installation {\n  filesystem_mirror { path = "${at("configured")}" }\n}\n`,
    );
    return findTerraformProvider({
      TF_CLI_CONFIG_FILE: at("terraformrc"),
      TF_PLUGIN_CACHE_DIR: at("cache"),
      XDG_DATA_HOME: at("data"),
    });
  }

  const order = ["configured", "cache", "home/.terraform.d/plugins", "data/terraform/plugins"];
  for (const [index, mirror] of order.entries()) {
    it(`takes ${mirror} before ${order.slice(index + 1).join(", ") || "the folders of the system"}`, () => {
      const [first] = order.slice(index).map((name) => put(name, "5.1.0"));
      assert.deepEqual(find(), { executable: first, version: "5.1.0" });
    });
  }

  it("takes the newest version by number, not by text", () => {
    for (const version of ["5.9.0", "5.99.1"]) put("cache", version);
    const executable = put("cache", "5.100.0");
    assert.deepEqual(find(), { executable, version: "5.100.0" });
  });

  it("takes a major version of two digits for newer", () => {
    put("cache", "9.0.0");
    const executable = put("cache", "10.0.0");
    assert.deepEqual(find(), { executable, version: "10.0.0" });
  });

  const passedOver = [
    { name: "of another platform", make: () => put("configured", "6.0.0", "plan9_mips") },
    { name: "before version 5", make: () => put("configured", "4.67.0") },
    {
      name: "that is packed",
      make: () => {
        const below = path.dirname(path.dirname(path.dirname(put("configured", "4.0.0"))));
        writeFileSync(path.join(below, `terraform-provider-aws_6.0.0_${terraformPlatform()}.zip`), "");
      },
    },
  ];
  for (const { name, make } of passedOver) {
    it(`passes over a provider ${name}`, () => {
      make();
      const executable = put("cache", "5.2.0");
      assert.deepEqual(find(), { executable, version: "5.2.0" });
    });
  }
});
