import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { userDataFilesIn, type FileText } from "../../../components/config/userDataFile.ts";

describe("user data files", () => {
  let folder = "";
  let read: (path: string) => FileText;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "user-data-"));
    const project = join(folder, "project");
    mkdirSync(join(project, "workloads"), { recursive: true });
    writeFileSync(join(project, "workloads", "orders.sh"), "#!/bin/bash\necho Grüße\n");
    writeFileSync(join(project, "binary"), Buffer.from([0x1f, 0x8b, 0xff]));
    writeFileSync(join(folder, "outside.sh"), "echo outside");
    symlinkSync(join(folder, "outside.sh"), join(project, "link-out.sh"));
    symlinkSync(folder, join(project, "folder-out"));
    symlinkSync("workloads/orders.sh", join(project, "link-in.sh"));
    read = userDataFilesIn(project);
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  const text = { text: "#!/bin/bash\necho Grüße\n" };
  const outside = { want: "a file inside the project folder" };
  for (const { name, path, gives } of [
    { name: "are read as text", path: "workloads/orders.sh", gives: text },
    { name: "are read through a link that stays inside", path: "link-in.sh", gives: text },
    { name: "are refused outside the folder", path: "../outside.sh", gives: outside },
    { name: "are refused outside the folder, there or not", path: "../none.sh", gives: outside },
    { name: "are refused by absolute path", path: "/etc/hostname", gives: outside },
    { name: "are refused where a link leads out", path: "link-out.sh", gives: outside },
    { name: "are refused where a folder leads out", path: "folder-out/outside.sh", gives: outside },
    { name: "must exist", path: "workloads/none.sh", gives: { want: "a file that exists" } },
    { name: "are files", path: "workloads", gives: { want: "a file that exists" } },
    { name: "are text", path: "binary", gives: { want: "a file of UTF-8 text" } },
  ]) {
    it(name, () => {
      assert.deepEqual(read(path), gives);
    });
  }
});
