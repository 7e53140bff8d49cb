import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { findAccessKeys } from "../../secrets/accessKeys.ts";
import { SearchLimits } from "../../secrets/searchLimits.ts";
import { textLayers } from "../../secrets/encodedText.ts";
import { sampleId } from "../../testing/sampleKeys.ts";

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
/** With the name of a file in its header. */
const named = (archive: Buffer): Buffer =>
  Buffer.concat([
    archive.subarray(0, 3),
    Buffer.from([8]),
    archive.subarray(4, 10),
    Buffer.from("x.sh\0"),
    archive.subarray(10),
  ]);
const wrongChecksum = (archive: Buffer): Buffer => Buffer.concat([archive.subarray(0, -8), Buffer.alloc(8)]);
/** Bytes that are no text and cannot be compressed. */
const noise = createHash("shake256", { outputLength: 3000 }).update("noise").digest();
const gzipped = (text: string): string => base64(gzip(text));

/** A zip archive of one file, without the list of files at its end, which nothing here reads. */
const zip = (content: Buffer, method = 8, flags = 0): Buffer => {
  const head = Buffer.alloc(34);
  head.write("PK\x03\x04", "latin1");
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt16LE(4, 26);
  head.write("a.sh", 30);
  return Buffer.concat([head, content]);
};
const marked = (mark: string): string => base64(Buffer.concat([Buffer.from(mark, "latin1"), noise]));

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
    ["gzip in base64 with a word on the next line", `${gzipped(script).replace(/=/g, "")}\nEOF\nexit`],
    ["gzip with the name of its file", base64(named(gzip(script)))],
    ["gzip with a wrong checksum", base64(wrongChecksum(gzip(script)))],
    ["gzip of gzip", base64(gzipSync(gzip(script)))],
    [
      "gzip behind a script and other gzip",
      base64(Buffer.concat([gzipSync("a"), Buffer.from("--"), gzip(script)])),
    ],
    ["a script in front of gzip", base64(Buffer.concat([Buffer.from(script), noise, gzipSync(noise)]))],
    ["the middle of a binary", base64(Buffer.concat([noise, Buffer.from(` ${id} `), noise]))],
    ["zlib in base64", base64(deflateSync(padded(script)))],
    ["fast zlib after a path", `/opt/${base64(deflateSync(padded(script), { level: 1 }))}`],
    ["stored zlib", base64(deflateSync(script, { level: 0 }))],
    ["a zip archive", base64(zip(deflateRawSync(padded(script))))],
    [
      "the second file of a zip archive",
      base64(Buffer.concat([zip(noise, 0), zip(deflateRawSync(padded(script)))])),
    ],
    ["zstd in a zip archive", base64(zip(zstdCompressSync(padded(script)), 93))],
    ["a zip archive in a zip archive", base64(zip(deflateRawSync(zip(deflateRawSync(padded(script))))))],
    ["raw deflate", base64(deflateRawSync(padded(script)))],
    ["raw deflate in hexadecimal", deflateRawSync(padded(script)).toString("hex")],
    [
      "raw deflate below a long word",
      `decode-everything <<EOF\n${wrapped(base64(deflateRawSync(padded(script))), 76)}EOF\n`,
    ],
    ["Brotli", base64(brotliCompressSync(padded(script)))],
    ["Brotli in gzip", base64(gzipSync(brotliCompressSync(padded(script))))],
    ["zstd", base64(zstdCompressSync(padded(script)))],
    ["zstd after a path", `/opt/${base64(zstdCompressSync(padded(script)))}`],
    [
      "one of many runs of base64",
      Array.from({ length: 500 }, (_, i) =>
        base64(i === 250 ? `key ${id} here` : `line ${i}`.repeat(4)),
      ).join(" ; "),
    ],
    ["hexadecimal", Buffer.from(script).toString("hex")],
    ["capital hexadecimal, wrapped", wrapped(Buffer.from(script).toString("hex").toUpperCase(), 60)],
    ["gzip in hexadecimal", gzip(script).toString("hex")],
    ["UTF-16", Buffer.from(script, "utf16le").toString("latin1")],
    ["base64 of UTF-16 of mostly other letters", base64(Buffer.from("주문".repeat(200) + id, "utf16le"))],
    ["base64 wrapped at 8", wrapped(base64(script), 8)],
    ["base64 whose last line is short", wrapped(base64(`${"#".repeat(38)}${id}`), 76)],
    ["base64 folded into one line", wrapped(base64(script), 76).replaceAll("\n", " ")],
    [
      "the second of two blocks of base64",
      `${base64(`${"#".repeat(40)}\n`).replace(/=/g, "")}\n${base64(script)}`,
    ],
    ["percent-encoding twice over", encodeURIComponent(encodeURIComponent(`?${id}`))],
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
  const packed = (times: number): Buffer => (times === 0 ? Buffer.from(script) : gzipSync(packed(times - 1)));
  const damaged = (archive: Buffer): Buffer => Buffer.from(archive).fill(0xff, 10, 20);
  const reaches = (text: string): boolean => [...textLayers(text)].some((layer) => layer.includes(id));

  const unsearched = (text: string): string | undefined => {
    const limits = new SearchLimits(text.length);
    for (const layer of textLayers(text, limits)) assert.equal(typeof layer, "string");
    return limits.unsearched;
  };

  it("opens ten encodings and not an eleventh", () => {
    assert.deepStrictEqual([reaches(nested(10)), reaches(nested(11))], [true, false]);
  });

  it("is tested with archives that do not show the key as they are", () => {
    assert.equal(gzip(script).includes(id), false);
  });

  it("reads the largest archive that fits in user data to its end", () => {
    const text = `${"\n".repeat(15 * 1024 * 1024)}${id}`;
    assert.ok(gzip(text).length <= 16 * 1024);
    assert.equal(reaches(gzipped(text)), true);
  });

  const givenUp: [name: string, text: string, says: string | undefined][] = [
    ["eleven encodings", nested(11), "text that is encoded more than 10 times over"],
    ["twelve archives in each other", base64(packed(12)), "text that is packed more than 10 times over"],
    [
      "an archive of 25 MiB",
      base64(gzipSync(Buffer.alloc(25 * 1024 * 1024))),
      "text that unpacks to more than 20 MiB",
    ],
    [
      "an archive of an archive of 25 MiB",
      base64(gzipSync(gzipSync(Buffer.alloc(25 * 1024 * 1024)))),
      "text that unpacks to more than 20 MiB",
    ],
    ["a damaged archive", base64(damaged(gzipSync(noise))), "a damaged archive"],
    [
      "nothing but starts of archives",
      base64(Buffer.alloc(60_000, Buffer.from([0x78, 0x9c]))),
      "text with too many archives in it",
    ],
  ];
  for (const [name, text, says] of givenUp) {
    it(`gives up on ${name}, and says so`, () => {
      assert.equal(unsearched(text), `${says} and could not be searched to its end`);
    });
  }

  const closed: [name: string, text: string, says: string][] = [
    ["xz", marked("\xfd7zXZ\0"), "an xz archive"],
    ["bzip2", marked("BZh91AY&SY"), "a bzip2 archive"],
    ["7z", marked("7z\xbc\xaf'\x1c"), "a 7z archive"],
    ["lz4", marked('\x04"M\x18'), "an lz4 archive"],
    ["xz in gzip", base64(gzipSync(Buffer.from("\xfd7zXZ\0 and the rest", "latin1"))), "an xz archive"],
    ["an encrypted zip archive", base64(zip(noise, 8, 1)), "an encrypted zip archive"],
    ["a zip archive of bzip2", base64(zip(noise, 12)), "a zip archive packed by method 12"],
    ["what OpenSSL encrypted", marked("Salted__"), "a text encrypted by OpenSSL"],
    ["a message of OpenPGP", "-----BEGIN PGP MESSAGE-----\n", "a text encrypted by OpenPGP"],
  ];
  for (const [name, text, says] of closed) {
    it(`tells that ${name} cannot be opened`, () => {
      const limits = new SearchLimits(text.length);
      for (const layer of textLayers(text, limits)) assert.equal(typeof layer, "string");
      assert.deepStrictEqual([[...limits.closed], limits.unsearched], [[says], undefined]);
    });
  }

  const read: [name: string, text: string][] = [
    ["nine encodings", nested(9)],
    [
      "a script full of literals that are joined",
      `key: >-\n  folded\n${"const s = 'a\\n' + \"b\" + [`c`, `${\"d\"}`].join(''); t += '%s{0}' % ('e', 'f');\n".repeat(100)}`,
    ],
    ["three megabytes of noise", createHash("shake256", { outputLength: 3_000_000 }).digest("base64")],
    ["a megabyte of noise in hexadecimal", createHash("shake256", { outputLength: 500_000 }).digest("hex")],
    ["long prose", "the quick brown fox jumps over the lazy dog\n".repeat(50_000)],
    ["a long line of backslashes", "\\".repeat(100_000)],
    ["long escaped text", "%25\\n&amp;=3D".repeat(50_000)],
    ["long base64 of base64", base64(base64("quick brown fox\n".repeat(50_000)))],
  ];
  for (const [name, text] of read) {
    it(`reads ${name} to its end`, () => {
      assert.equal(unsearched(text), undefined);
    });
  }

  const hard: [name: string, text: string][] = [
    ["a secret's name and quotes", `secret_key${'"'.repeat(1_000_000)}`],
    ["a secret's name and backslashes", `secret_key${"\\".repeat(1_000_000)}`],
    ["a secret's name and spaces", `secret_key${" ".repeat(1_000_000)}x`],
    ["nothing but secrets' names", "value X name secret_key = ".repeat(40_000)],
    ["a long run of base64", "QUtJQQ".repeat(1_000_000)],
    ["lines of four characters", "QUtJ\n".repeat(1_000_000)],
    ["line breaks and short words", "\n  ab ".repeat(200_000)],
    ["percent signs escaped by percent signs", `%${"25".repeat(500_000)}`],
    ["entities escaped by entities", `&${"amp;".repeat(250_000)}`],
    ["a text of prefixes", "AKIA".repeat(250_000)],
  ];
  for (const [name, text] of hard) {
    it(`does not hang on ${name}`, () => {
      assert.deepStrictEqual([...findAccessKeys({ userData: text })], []);
    });
  }
});
