import assert from "node:assert/strict";
import { isLocked, lockHolders, lockIsHeld, type LockHolder } from "../../../operations/recover/locks.ts";
import { nestedNumbers } from "../../../operations/recover/thisMachine.ts";

const said = (...holders: readonly string[]) =>
  [
    `error: the stack is currently locked by ${holders.length} lock(s). Either wait for the other process(es) to end or delete the lock file with \`pulumi cancel\`.`,
    ...holders.map(
      (holder, index) => `  file:///state/.pulumi/locks/dev/${index}.json?no_tmp_dir=true: ${holder}`,
    ),
  ].join("\n");

const ada: LockHolder = { user: "ada", host: "laptop", pid: 4711, since: "2026-01-31T09:00:00Z" };

const inThisStack = (holders: readonly LockHolder[], alive: readonly number[], seesAllProcesses = true) =>
  lockIsHeld("dev", holders, { host: "laptop", seesAllProcesses, runs: (pid) => alive.includes(pid) });

describe("the lock of a stack", () => {
  for (const { title, stderr, holders, locked } of [
    {
      title: "names one holder",
      stderr: said("created by ada@laptop (pid 4711) at 2026-01-31T09:00:00Z"),
      holders: [ada],
      locked: true,
    },
    {
      title: "names two holders, one of whom has an address for a name",
      stderr: said(
        "created by ada@laptop (pid 4711) at 2026-01-31T09:00:00Z",
        "created by CORP\\bob@corp.example@runner-7 (pid 12) at 2026-01-31T09:00:01Z",
      ),
      holders: [
        ada,
        { user: "CORP\\bob@corp.example", host: "runner-7", pid: 12, since: "2026-01-31T09:00:01Z" },
      ],
      locked: true,
    },
    {
      title: "names nobody in Pulumi Cloud",
      stderr: "error: [409] Conflict: Another update is currently in progress.",
      holders: [],
      locked: true,
    },
    {
      title: "is not what another error is about",
      stderr: "error: no stack named 'dev' found",
      holders: [],
      locked: false,
    },
  ]) {
    it(title, () => {
      assert.deepEqual({ holders: lockHolders(stderr), locked: isLocked(stderr) }, { holders, locked });
    });
  }

  it("is cleared where every holder was a process of this machine that is gone", () => {
    assert.equal(inThisStack([ada, { ...ada, pid: 4712 }], []), undefined);
  });

  for (const { title, holders, alive, who } of [
    {
      title: "a process that runs",
      holders: [ada],
      alive: [4711],
      who: "ada@laptop (pid 4711, since 2026-01-31T09:00:00Z)",
    },
    {
      title: "a process of another machine, whatever runs here",
      holders: [{ ...ada, host: "runner-7" }],
      alive: [],
      who: "ada@runner-7 (pid 4711, since 2026-01-31T09:00:00Z)",
    },
    {
      title: "one of two, who alone is named",
      holders: [ada, { ...ada, pid: 4712 }],
      alive: [4712],
      who: "ada@laptop (pid 4712, since 2026-01-31T09:00:00Z)",
    },
    { title: "somebody of whom nothing is known", holders: [], alive: [], who: "another update" },
  ]) {
    it(`is left to ${title}`, () => {
      assert.equal(
        inThisStack(holders, alive),
        `stack "dev" is locked by ${who}: wait for it to end, or add --cancel if you know that it is gone`,
      );
    });
  }

  it("is left to a process of another container with the same host name, which this container cannot see", () => {
    assert.equal(
      inThisStack([ada], [], false),
      'stack "dev" is locked by ada@laptop (pid 4711, since 2026-01-31T09:00:00Z) (this container cannot see whether another one of that name runs it): wait for it to end, or add --cancel if you know that it is gone',
    );
  });

  for (const host of ["localhost", "localhost.localdomain"])
    it(`is left to ${host}, which every machine can be`, () => {
      const here = { host, seesAllProcesses: true, runs: () => false };
      assert.equal(
        lockIsHeld("dev", [{ ...ada, host }], here),
        `stack "dev" is locked by ada@${host} (pid 4711, since 2026-01-31T09:00:00Z): wait for it to end, or add --cancel if you know that it is gone`,
      );
    });
});

describe("the numbers of a process in containers", () => {
  for (const [status, numbers] of [
    ["Name:\tpulumi\nNSpid:\t4711\n", []],
    ["Name:\tpulumi\nNSpid:\t4711\t12\nNSpgid:\t4711\t12\n", [12]],
    ["NSpid:\t4711\t12\t1\n", [12, 1]],
    ["", []],
  ] as const)
    it(`are ${numbers.join(" and ") || "none"} of ${JSON.stringify(status)}`, () => {
      assert.deepEqual(nestedNumbers(status), numbers);
    });
});
