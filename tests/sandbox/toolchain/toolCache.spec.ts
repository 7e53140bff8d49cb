import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { Captured } from "../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { outcomeOf } from "../../../testing/clonedProject.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

/** As many processes as build at the same time. */
const processes = 3;

/** Waits until all processes have come this far, or the test is over. */
const untilAllAreHere = `mkdir -p "$MEETING/$1"; : > "$MEETING/$1/$$"
  while [ "$(ls "$MEETING/$1" | wc -l)" -lt ${processes} ]; do [ -d "$MEETING" ] || exit 1; sleep 0.05; done`;

/**
 * Programs that build as the real ones do, as far as the files go: they go on where they lie, and they fail where another
 * process takes their files away.
 */
const programs = {
  python3: `#!/bin/sh
meet() { ${untilAllAreHere}
}
case "$*" in
  *"-m venv "*) for folder; do :; done; mkdir -p "$folder/bin" && cp "$0" "$folder/bin/python" ;;
  *"-m pip install"*)
    meet pip
    mine="$(dirname "$0")/installed"
    if [ -e "$mine" ]; then echo "another process installs here" >&2; exit 1; fi
    echo $$ > "$mine"; meet installed
    [ "$(cat "$mine")" = $$ ] ;;
esac
`,
  go: `#!/bin/sh
meet() { ${untilAllAreHere}
}
[ "$1" = version ] && exit
while [ "$1" != -o ]; do shift; done
mkdir -p "$GOCACHE" && echo object > "$GOCACHE/object-$$"
meet go
cp "$GOCACHE/object-$$" "$2"
`,
};

const miniStack = {
  name: "the virtual environment of MiniStack",
  module: "sandbox/emulator/environment.ts",
  call: "ensureMiniStack(progress)",
  holds: /^ministack-[\w.-]+$/,
};

const builds = [
  miniStack,
  {
    name: "a tool of Go",
    module: "sandbox/toolchain/actionlint.ts",
    call: "resolveActionlint(progress)",
    holds: /^actionlint-[\w.-]+$/,
  },
];

describe("the tool cache", () => {
  const root = temporaryFolder();
  const cache = () => path.join(root(), "instance-profiles");

  /** Runs what a build calls, in a process of its own, and prints what came out. */
  const build = ({ module, call }: typeof miniStack) => {
    const progress = JSON.stringify(path.join(projectFolder, "commandLine", "progress.ts"));
    const imports = [
      `import { Progress } from ${progress};`,
      `import * as built from ${JSON.stringify(path.join(projectFolder, module))};`,
    ];
    const script = `${imports.join("")} const progress = new Progress(); console.log(await built.${call});`;
    const env = {
      ...process.env,
      PATH: `${path.join(root(), "bin")}:/usr/bin:/bin`,
      MEETING: path.join(root(), "meeting"),
      XDG_CACHE_HOME: root(),
    };
    return outcomeOf(
      spawn(process.execPath, ["--input-type=module", "--eval", script], { env, cwd: root() }),
    );
  };

  const buildAtOnce = (one: typeof miniStack) =>
    Promise.all(Array.from({ length: processes }, () => build(one)));
  const problemOf = ({ code, stderr }: Captured) => (code === 0 ? "" : stderr);

  beforeEach(() => {
    mkdirSync(path.join(root(), "bin"));
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(path.join(root(), "bin", name), text);
      chmodSync(path.join(root(), "bin", name), 0o755);
    }
  });

  for (const one of builds) {
    it(`gets ${one.name} from several processes at the same time, and keeps nothing else`, async () => {
      const ended = await buildAtOnce(one);
      assert.deepEqual(ended.map(problemOf), ["", "", ""]);
      assert.equal(new Set(ended.map(({ stdout }) => stdout)).size, 1);
      const left = readdirSync(cache());
      assert.equal(left.length, 1, left.join(", "));
      assert.match(left[0] ?? "", one.holds);
    });
  }

  it("loses what a killed build left, and what another one of that name left incomplete", async () => {
    const [first] = await buildAtOnce(miniStack);
    const folder = path.dirname(path.dirname(first?.stdout.trim() ?? ""));
    rmSync(path.join(folder, "complete"));
    mkdirSync(`${folder}.building-${spawnSync("true").pid}-left`);
    rmSync(path.join(root(), "meeting"), { recursive: true });
    const again = await buildAtOnce(miniStack);
    assert.deepEqual(again.map(problemOf), ["", "", ""]);
    assert.deepEqual(readdirSync(cache()), [path.basename(folder)]);
    assert.ok(readdirSync(folder).includes("complete"));
  });
});
