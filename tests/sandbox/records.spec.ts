import assert from "node:assert/strict";
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { sandboxFolder } from "../../sandbox/paths.ts";
import { copiedFrom, readRecord, writeRecord } from "../../sandbox/records.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

describe("records of a sandbox", () => {
  const root = temporaryFolder();
  const project = (name: string) => path.join(root(), name);
  const of = (name: string) => sandboxFolder(path.join(project(name), ".sandbox"));

  const rows: readonly { name: string; does: () => void; copied: boolean }[] = [
    { name: "was copied", does: () => undefined, copied: true },
    {
      name: "was copied and the original has another AWS now",
      does: () => {
        writeRecord(of("shop").emulatorRecord, { folder: of("shop").root });
      },
      copied: true,
    },
    {
      name: "was moved",
      does: () => {
        rmSync(project("shop"), { recursive: true });
      },
      copied: false,
    },
    {
      name: "is another path to the same",
      does: () => {
        rmSync(project("copy"), { recursive: true });
        symlinkSync(project("shop"), project("copy"));
      },
      copied: false,
    },
    {
      name: "is that of a version that named no folder",
      does: () => {
        writeFileSync(of("copy").emulatorRecord, '{"pid":1,"endpoint":"http://127.0.0.1:1"}');
      },
      copied: false,
    },
    {
      name: "is half written",
      does: () => {
        writeFileSync(of("copy").emulatorRecord, '{"pid":1,"fol');
      },
      copied: false,
    },
    {
      name: "is its own",
      does: () => {
        writeRecord(of("copy").emulatorRecord, { folder: of("copy").root });
      },
      copied: false,
    },
  ];

  beforeEach(() => {
    mkdirSync(of("shop").root, { recursive: true });
    writeRecord(of("shop").emulatorRecord, { folder: of("shop").root });
    cpSync(project("shop"), project("copy"), { recursive: true });
  });

  for (const { name, does, copied } of rows)
    it(`${copied ? "tell" : "do not tell"} of a copy where the folder ${name}`, () => {
      does();
      assert.deepEqual(
        [copiedFrom(of("copy")), copiedFrom(of("shop"))],
        [copied ? project("shop") : undefined, undefined],
      );
    });

  it("are written as a whole, and nothing else is left", () => {
    writeRecord(of("shop").toolchainRecord, { folder: "/shop" });
    assert.deepEqual(
      [JSON.parse(readFileSync(of("shop").toolchainRecord, "utf8")), readdirSync(of("shop").root)],
      [{ folder: "/shop" }, ["emulator.json", "toolchain.json"]],
    );
  });

  it("say nothing where there are none", () => {
    renameSync(of("shop").emulatorRecord, path.join(root(), "elsewhere"));
    assert.equal(readRecord(of("shop").emulatorRecord), undefined);
  });
});
