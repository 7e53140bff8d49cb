import assert from "node:assert/strict";
import type { RevisionDiff, WorkloadDiff } from "../../../operations/permissions/diff.ts";
import { commentMark, diffMarkdown } from "../../../operations/permissions/diffMarkdown.ts";
import { diffTable } from "../../../operations/permissions/diffTable.ts";

const unchanged: RevisionDiff = {
  base: "origin/main (0123456789)",
  head: "the working tree",
  stacks: ["dev", "prod"],
  workloads: [],
  notes: [],
};

const workload = (name: string, parts: Partial<WorkloadDiff>): WorkloadDiff => ({
  stack: "prod",
  workload: name,
  kind: "changed",
  changes: [],
  settings: [],
  risks: [],
  ...parts,
});

const changed: RevisionDiff = {
  ...unchanged,
  workloads: [
    workload("api", {
      changes: [
        { kind: "gains", levels: ["write"], actions: ["s3:PutObject"], resource: "s3://orders-assets/*" },
        { kind: "loses", levels: ["read"], actions: ["sqs:ReceiveMessage"], resource: "sqs jobs" },
      ],
      risks: [
        {
          policy: "no-privilege-escalation",
          refused: true,
          got: 'Allow "iam:PassRole" on "*"',
          want: "the ARNs that the workload needs",
        },
      ],
    }),
    workload("shop", { kind: "renamed", was: "store" }),
  ],
};

describe("the permission diff as a comment", () => {
  it("says in one line that nothing changed", () => {
    assert.equal(
      diffMarkdown(unchanged),
      `${commentMark}\n### Rights that this change gives and takes\n\nNo change of rights in dev, prod against origin/main (0123456789).\n\n`,
    );
  });

  it("has what is urgent first, and each workload with its stack", () => {
    assert.deepEqual(diffMarkdown(changed).split("\n"), [
      commentMark,
      "### Rights that this change gives and takes",
      "",
      "1 refused by the policy pack, 1 gain, 1 to look at, 1 loss; dev, prod against origin/main (0123456789).",
      "",
      '- ⛔ **api** (prod) is refused by no-privilege-escalation: got Allow "iam:PassRole" on "\\*"; want the ARNs that the workload needs',
      "- ➕ **api** (prod) gains write on s3://orders-assets/\\* (s3:PutObject)",
      "- 🔁 **shop** (prod) was store; it gets a new role, and what carries the old one has to be replaced",
      "- ➖ **api** (prod) loses read on sqs jobs (sqs:ReceiveMessage)",
      "",
    ]);
  });

  it("lets no name of a pull request be markup, HTML or a mention", () => {
    const settings = [{ gives: "more" as const, text: "attaches @team_`<b>[x](y)|*\n# head" }];
    const [line] = diffMarkdown({ ...unchanged, workloads: [workload("api", { settings })] })
      .split("\n")
      .filter((text) => text.startsWith("- "));
    assert.equal(line, "- ➕ **api** (prod) attaches @&#8203;team\\_\\`&lt;b>\\[x\\](y)\\|\\* #&#8203; head");
  });

  it("folds many lines of less, and stays within what GitHub takes", () => {
    const many = (gives: "more" | "less") =>
      Array.from({ length: 2000 }, (_, index) => ({ gives, text: `${"x".repeat(80)} ${index}` }));
    const text = diffMarkdown({
      ...unchanged,
      workloads: [workload("api", { settings: [...many("more"), ...many("less")] })],
    });
    assert.ok(text.length < 65_536, `${text.length} characters`);
    assert.match(
      text,
      /\n- … and \d+ more: run [^]*<summary>2000 losses<\/summary>[^]*\n- … and \d+ more: run [^]*<\/details>/,
    );
  });

  it("lets no long line take the place of the others", () => {
    const settings = [
      ...Array.from({ length: 8 }, () => ({ gives: "more" as const, text: "#".repeat(6000) })),
      { gives: "more" as const, text: "attaches AdministratorAccess" },
    ];
    const lines = diffMarkdown({ ...unchanged, workloads: [workload("api", { settings })] })
      .split("\n")
      .filter((text) => text.startsWith("- "));
    assert.equal(lines.length, 9);
    assert.match(lines[0] ?? "", /^- ➕ \*\*api\*\* \(prod\) #&#8203;[#&;\d]{800,} …$/);
    assert.equal(lines[8], "- ➕ **api** (prod) attaches AdministratorAccess");
  });

  it("stays within what GitHub takes, whatever cannot be read", () => {
    const notes = Array.from({ length: 1000 }, (_, index) => `${"x".repeat(80)} ${index}`);
    const text = diffMarkdown({ ...unchanged, notes });
    assert.ok(text.length < 65_536, `${text.length} characters`);
    assert.match(text, /\n> … and \d+ more: run "[^"]+" to see them\n$/);
  });

  it("lets no name of a stack be a link", () => {
    const text = diffMarkdown({ ...unchanged, stacks: ["www.evil.example", "__b__", "GH-7"] });
    assert.match(text, /in www&#8203;\.evil\.example, \\_\\_b\\_\\_, GH-&#8203;7 against/);
  });

  it("says what could not be read of the base", () => {
    const notes = ["What main declares was read only in part."];
    assert.match(diffMarkdown({ ...unchanged, notes }), /\n> What main declares was read only in part\.\n$/);
  });
});

describe("the permission diff as a table", () => {
  it("has one row a change and the summary below", () => {
    assert.deepEqual(diffTable(changed, false).split("\n"), [
      "┌─────────┬────────────────────────┬────────────┬──────────────────────────────────────────────────────────────────────────┐",
      "│         │ WORKLOAD               │ STACK      │ CHANGE                                                                   │",
      "├─────────┼────────────────────────┼────────────┼──────────────────────────────────────────────────────────────────────────┤",
      '│ refused │ api                    │ prod       │ is refused by no-privilege-escalation: got Allow "iam:PassRole" on "*";  │',
      "│         │                        │            │ want the ARNs that the workload needs                                    │",
      "├─────────┼────────────────────────┼────────────┼──────────────────────────────────────────────────────────────────────────┤",
      "│ +       │ api                    │ prod       │ gains write on s3://orders-assets/* (s3:PutObject)                       │",
      "├─────────┼────────────────────────┼────────────┼──────────────────────────────────────────────────────────────────────────┤",
      "│ ~       │ shop                   │ prod       │ was store; it gets a new role, and what carries the old one has to be    │",
      "│         │                        │            │ replaced                                                                 │",
      "├─────────┼────────────────────────┼────────────┼──────────────────────────────────────────────────────────────────────────┤",
      "│ -       │ api                    │ prod       │ loses read on sqs jobs (sqs:ReceiveMessage)                              │",
      "└─────────┴────────────────────────┴────────────┴──────────────────────────────────────────────────────────────────────────┘",
      "1 refused by the policy pack, 1 gain, 1 to look at, 1 loss; dev, prod against origin/main (0123456789).",
      "",
    ]);
  });

  it("shows a name that is longer than its column to the end, and on lines of its own table", () => {
    const resource = `s3://${"x".repeat(80)}/end`;
    const changes = [
      {
        kind: "gains" as const,
        levels: ["write" as const],
        actions: ["s3:PutObject"],
        resource: `${resource}\nmore`,
      },
    ];
    const text = diffTable({ ...unchanged, workloads: [workload("api", { changes })] }, false);
    const cells = text
      .split("\n")
      .slice(3, -3)
      .map((line) => line.split("│").at(4)?.trim());
    assert.equal(cells.join(""), `gains write on${resource} more (s3:PutObject)`);
  });

  it("is one line where nothing changed", () => {
    assert.equal(
      diffTable(unchanged, true),
      "No change of rights in dev, prod against origin/main (0123456789).\n",
    );
  });
});
