import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { asset } from "@pulumi/pulumi";
import { noInlineAccessKeys } from "../../../policypack/policies/noInlineAccessKeys.ts";
import { noUnsearchableText } from "../../../policypack/policies/noUnsearchableText.ts";
import { sampleId } from "../../../testing/sampleKeys.ts";
import { violations } from "../violations.ts";

const id = sampleId("AKIA");
const script = `${Array.from({ length: 40 }, (_, i) => `# line ${i * i}\n`).join("")}KEY=${id}\n`;
const type = "aws:lambda/function:Function";

function zip(content: Buffer): Buffer {
  const head = Buffer.alloc(34);
  head.write("PK\x03\x04", "latin1");
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(4, 26);
  head.write("a.sh", 30);
  return Buffer.concat([head, deflateRawSync(content)]);
}

/** What a tar archive looks like to a search: a head of 512 bytes, and the content as it is. */
const tar = (content: string): Buffer => Buffer.concat([Buffer.alloc(512), Buffer.from(content)]);

describe("the files that inputs name", () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "assets-"));
    mkdirSync(at("code/deeper"), { recursive: true });
    writeFileSync(at("code/index.js"), "export const handler = () => 1;\n");
    writeFileSync(at("code/deeper/settings.py"), script);
    writeFileSync(at("clean.txt"), "nothing here");
    writeFileSync(at("script.sh"), script);
    writeFileSync(at("code.zip"), zip(Buffer.from(script)));
    writeFileSync(at("nested.zip"), zip(zip(gzipSync(script))));
    writeFileSync(at("code.tar"), tar(script));
    writeFileSync(at("code.tar.gz"), gzipSync(tar(script)));
    writeFileSync(at("large.bin"), "");
    truncateSync(at("large.bin"), 9 * 1024 * 1024);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const kept: [name: string, inputs: () => Record<string, unknown>, where: () => string][] = [
    ["a file", () => ({ source: new asset.FileAsset(at("script.sh")) }), () => `source (${at("script.sh")})`],
    [
      "a folder",
      () => ({ code: new asset.FileArchive(at("code")) }),
      () => `code (${at("code/deeper/settings.py")})`,
    ],
    [
      "a zip archive",
      () => ({ code: new asset.FileArchive(at("code.zip")) }),
      () => `code (${at("code.zip")})`,
    ],
    [
      "archives in a zip archive",
      () => ({ code: new asset.FileArchive(at("nested.zip")) }),
      () => `code (${at("nested.zip")})`,
    ],
    [
      "a tar archive",
      () => ({ code: new asset.FileArchive(at("code.tar")) }),
      () => `code (${at("code.tar")})`,
    ],
    [
      "a packed tar archive",
      () => ({ code: new asset.FileArchive(at("code.tar.gz")) }),
      () => `code (${at("code.tar.gz")})`,
    ],
    [
      "a file in an archive of assets",
      () => ({
        code: new asset.AssetArchive({
          lib: new asset.AssetArchive({ "run.sh": new asset.FileAsset(at("script.sh")) }),
        }),
      }),
      () => `code.assets.lib.assets["run.sh"] (${at("script.sh")})`,
    ],
    [
      "a folder in an archive of assets",
      () => ({ code: new asset.AssetArchive({ lib: new asset.FileArchive(at("code")) }) }),
      () => `code.assets.lib (${at("code/deeper/settings.py")})`,
    ],
  ];
  for (const [name, inputs, where] of kept) {
    it(`show a key in ${name}`, async () => {
      assert.deepStrictEqual(await violations(noInlineAccessKeys, type, inputs()), [
        `subject ${where()}: got an AWS access key id (AKIA…); want temporary credentials from a role; remove it, deactivate the key, and let the workload use its instance profile`,
      ]);
      assert.deepStrictEqual(await violations(noUnsearchableText, type, inputs()), []);
    });
  }

  it("are found beside the pack's own folder", async () => {
    const relative = path.relative(process.cwd(), at("script.sh"));
    assert.equal(
      (await violations(noInlineAccessKeys, type, { source: new asset.FileAsset(relative) })).length,
      1,
    );
  });

  it("are not searched where they are too large, which is an advice and no violation", async () => {
    const inputs = {
      source: new asset.FileAsset(at("large.bin")),
      other: new asset.FileAsset(at("clean.txt")),
    };
    assert.deepStrictEqual(await violations(noInlineAccessKeys, type, inputs), []);
    assert.deepStrictEqual(await violations(noUnsearchableText, type, inputs), [
      `subject source (${at("large.bin")}): got a file of more than 8 MiB; want text that can be searched for access keys; make sure that it holds no key, or write it plainly or as gzip or zip`,
    ]);
  });
});
