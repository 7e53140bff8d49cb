import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { findAccessKeys } from "../../../policypack/support/accessKeys";
import { textLayers } from "../../../policypack/support/encodedText";
import { sampleId } from "../sampleKeys";

const id = sampleId("AKIA");
const script = `#!/bin/bash\n# 주문 처리 서버\nexport AWS_ACCESS_KEY_ID=${id}\nsystemctl start orders-api.service\n`;

const base64 = (data: string | Buffer): string => Buffer.from(data).toString("base64");
const wrapped = (text: string, width: number, indent = ""): string =>
  text.replace(new RegExp(`.{1,${width}}`, "g"), `${indent}$&\n`);
const percentEncoded = (text: string): string =>
  Buffer.from(text).reduce((encoded, byte) => `${encoded}%${byte.toString(16).padStart(2, "0")}`, "");
/** Long enough to be compressed in earnest, with the key at the end, so that only the whole archive shows it. */
const padded = (text: string): string =>
  Array.from({ length: 40 }, (_, i) => `# line ${i * i}\n`).join("") + text;
const gzip = (text: string): Buffer => gzipSync(padded(text));
const gzipped = (text: string): string => base64(gzip(text));

const mime = (encoding: string, body: string): string =>
  [
    'Content-Type: multipart/mixed; boundary="==BOUNDARY=="',
    "MIME-Version: 1.0",
    "",
    "--==BOUNDARY==",
    'Content-Type: text/x-shellscript; charset="us-ascii"',
    `Content-Transfer-Encoding: ${encoding}`,
    "",
    body,
    "--==BOUNDARY==--",
  ].join("\r\n");

const writeFiles = (encoding: string, content: string): string =>
  `#cloud-config\nwrite_files:\n  - path: /etc/environment\n    encoding: ${encoding}\n    content: ${content}\n`;

describe("access keys in encoded text", () => {
  const hidden: [name: string, text: string][] = [
    ["base64", base64(script)],
    ["base64 of the bare key", base64(id)],
    ["base64 without padding", base64(script).replace(/=+$/, "")],
    ["URL-safe base64", Buffer.from(`~~~???>>>${script}`).toString("base64url")],
    ["base64 wrapped at 76", wrapped(base64(script), 76)],
    ["base64 wrapped at 64 with carriage returns", wrapped(base64(script), 64).replaceAll("\n", "\r\n")],
    ["base64 wrapped at an odd width", wrapped(base64(script), 33)],
    ["base64 wrapped and indented", `content: !!binary |\n${wrapped(base64(script), 60, "      ")}`],
    ["base64 wrapped inside JSON text", JSON.stringify({ data: wrapped(base64(script), 64) })],
    ["base64 continued by backslashes", wrapped(base64(script), 40).replaceAll("\n", "\\\n")],
    ["base64 in a here-document", `base64 -d > /etc/environment <<EOF\n${wrapped(base64(script), 64)}EOF\n`],
    ["base64 below a long word", `/usr/local/bin/decode-everything\n${wrapped(base64(script), 64)}`],
    ["base64 after a path", `/opt/${base64(script)}`],
    ["base64 in a data address", `data:text/plain;base64,${base64(script)}`],
    [
      "base64 of UTF-16, as PowerShell has it",
      `powershell -EncodedCommand ${base64(Buffer.from(script, "utf16le"))}`,
    ],
    ["gzip in base64", gzipped(script)],
    ["gzip in base64 that is cut off", base64(gzip(script).subarray(0, -9))],
    ["gzip in base64 after a path", `/opt/file-${gzipped(script)}`],
    ["gzip in URL-safe base64", gzip(script).toString("base64url")],
    ["gzip in wrapped base64", wrapped(gzipped(script), 76)],
    ["gzip in base64 wrapped with carriage returns", wrapped(gzipped(script), 76).replaceAll("\n", "\r\n")],
    ["gzip in base64 continued by backslashes", wrapped(gzipped(script), 50).replaceAll("\n", "\\\n")],
    [
      "base64 in base64 of text that is mostly not ASCII",
      base64("주문 처리 서버".repeat(50) + base64(script)),
    ],
    ["percent-encoding", percentEncoded(script)],
    ["a percent-encoded address", `https://example.com/?note=key%3D${id}`],
    ["MIME multipart, as it is", mime("7bit", script)],
    ["MIME multipart in base64", mime("base64", wrapped(base64(script), 76).replaceAll("\n", "\r\n"))],
    [
      "MIME multipart in quoted-printable",
      mime("quoted-printable", `key=3D${id.slice(0, 9)}=\r\n${id.slice(9)}`),
    ],
    ["write_files, as it is", writeFiles("text/plain", `"${id}"`)],
    ["write_files with b64", writeFiles("b64", base64(script))],
    ["write_files with gz+b64", writeFiles("gz+b64", gzipped(script))],
    ["base64 of base64", base64(base64(script))],
    ["base64 of MIME multipart of base64", base64(mime("base64", wrapped(base64(script), 76)))],
    ["base64 of gzip of write_files of gzip", gzipped(writeFiles("gz+b64", gzipped(script)))],
    ["percent-encoding of base64 of percent-encoding", percentEncoded(base64(percentEncoded(script)))],
  ];
  for (const [name, text] of hidden) {
    it(`are found in ${name}`, () => {
      assert.deepStrictEqual(
        [...findAccessKeys({ userData: text })],
        [{ path: "userData", kind: "access key id", hint: "AKIA" }],
      );
    });
  }

  const harmless: [name: string, text: string][] = [
    ["an encoded script without a key", base64(script.replace(id, "$(cat /run/id)"))],
    ["text that only looks encoded", "abcdefghijklmnopqrstuvwxyz/ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
    [
      "broken gzip",
      base64(Buffer.concat([Buffer.from([0x1f, 0x8b, 0x08]), Buffer.from(script)])).slice(0, 20),
    ],
    ["a broken percent sign", "100% of %zz and %4"],
  ];
  for (const [name, text] of harmless) {
    it(`are not seen in ${name}`, () => {
      assert.deepStrictEqual([...findAccessKeys(text)], []);
    });
  }
});

describe("textLayers", () => {
  const nested = (times: number): string => (times === 0 ? script : base64(nested(times - 1)));
  const reaches = (text: string): boolean => [...textLayers(text)].some((layer) => layer.includes(id));

  it("opens six encodings and not a seventh", () => {
    assert.deepStrictEqual([reaches(nested(6)), reaches(nested(7))], [true, false]);
  });

  it("is tested with archives that do not show the key as they are", () => {
    assert.equal(gzip(script).includes(id), false);
  });

  it("reads the largest archive that fits in user data to its end", () => {
    const text = `${"\n".repeat(15 * 1024 * 1024)}${id}`;
    assert.ok(gzip(text).length <= 16 * 1024);
    assert.equal(reaches(gzipped(text)), true);
  });

  it("does not unpack more than 32 MiB", () => {
    const layers = [...textLayers(gzipped("\n".repeat(40 * 1024 * 1024)))];
    assert.ok(layers.reduce((sum, layer) => sum + layer.length, 0) < 32 * 1024 * 1024);
  });

  it("stays fast on text that is hard to tell from base64", () => {
    const started = performance.now();
    const layers = [...textLayers("QUtJQQ\n  ".repeat(20_000) + "%41\\n".repeat(20_000))];
    assert.ok(layers.length > 1);
    assert.ok(performance.now() - started < 2000);
  });
});
