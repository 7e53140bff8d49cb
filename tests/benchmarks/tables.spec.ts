import assert from "node:assert/strict";
import { cdkTable } from "../../benchmarks/tables/cdk.ts";
import { permissionDiffTable } from "../../benchmarks/tables/permissionDiff.ts";
import { policyPackTable } from "../../benchmarks/tables/policyPack.ts";
import { type ScannersResult, scannersTable } from "../../benchmarks/tables/scanners.ts";
import { terraformTable } from "../../benchmarks/tables/terraform.ts";
import { previewTable } from "../../benchmarks/tables/times.ts";

const head = { machine: "2 × CPU, 2026-01-31", rounds: 3 };
const timed = (...seconds: number[]) => seconds.map((each) => ({ seconds: each }));
const runs = (seconds: number, megabytes: number) => [{ seconds, megabytes }];
const lines = (text: string) => text.split("\n");

describe("the table of a benchmark", () => {
  it("has median, least, most and the ratio to the first, and says on what it was measured", () => {
    const measured = [
      { name: "one", runs: timed(2, 1, 4) },
      { name: "other", runs: timed(30, 10, 20) },
    ];
    assert.deepEqual(lines(previewTable({ ...head, versions: { Pulumi: "3.0.0" }, measured })), [
      "| `pulumi preview` of a stack with one workload | median s | min s | max s | ratio |",
      "| --- | --- | --- | --- | --- |",
      "| one | 2.00 | 1.00 | 4.00 | 1.00 |",
      "| other | 20.0 | 10.0 | 30.0 | 10.00 |",
      "",
      "_Medians of 3; 2 × CPU, 2026-01-31; Pulumi 3.0.0; [every run](../benchmarks/results/preview.json)._",
    ]);
  });

  it("tells what the policy pack adds to a preview and to each resource", () => {
    const cost = (...seconds: number[]) => ({
      measured: seconds.map((each, index) => ({ name: `pack ${index}`, runs: timed(each) })),
      megabytes: [100.4, 150.6],
    });
    const result = { ...head, dev: cost(4, 5, 6), many: cost(8, 12, 14), resources: 1000 };
    assert.deepEqual(lines(policyPackTable(result)).slice(0, -2), [
      "| `pulumi preview` | `dev` stack, s | ratio | pack's MB | 1,000 resources, s | ratio | pack's MB |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      "| pack 0 | 4.00 | 1.00 |  | 8.00 | 1.00 |  |",
      "| pack 1 | 5.00 | 1.25 | 100 | 12.0 | 1.50 | 100 |",
      "| pack 2 | 6.00 | 1.50 | 151 | 14.0 | 1.75 | 151 |",
      "",
      "The pack adds 2.00 s to a preview of `dev` (1.00 s over an empty pack), and 4.0 ms for each of many resources (1.0 ms over an empty pack).",
    ]);
  });

  it("compares what one of the tools lacks by its step of the name before the comma", () => {
    const steps = {
      "first plan": { terraform: runs(2, 500), pulumi: runs(3, 1000) },
      "first plan, with the pack": { terraform: [], pulumi: runs(5, 1200) },
      "plan, without refresh": { terraform: runs(4, 500), pulumi: runs(2, 1000) },
      deployment: { terraform: runs(20, 500), pulumi: runs(15, 1000) },
      "deployment, faster": { terraform: runs(10, 600), pulumi: [] },
    };
    assert.deepEqual(lines(terraformTable({ 10: { ...head, steps } })).slice(2), [
      "| 10 | first plan | 2.00 | 3.00 | 1.50 | 500 | 1000 | 2.00 |",
      "| 10 | first plan, with the pack | 2.00 | 5.00 | 2.50 | 500 | 1200 | 2.40 |",
      "| 10 | plan, without refresh | 4.00 | 2.00 | 0.50 | 500 | 1000 | 2.00 |",
      "| 10 | deployment | 20.0 | 15.0 | 0.75 | 500 | 1000 | 2.00 |",
      "| 10 | deployment, faster | 10.0 | 15.0 | 1.50 | 600 | 1000 | 1.67 |",
      "",
      "_Medians of 3; 2 × CPU, 2026-01-31; [every run](../benchmarks/results/terraform.json)._",
    ]);
  });

  it("says of which numbers of workloads each of several days and machines speaks", () => {
    const steps = { "first plan": { terraform: runs(2, 500), pulumi: runs(3, 1000) } };
    const result = { 1: { ...head, steps }, 10: { ...head, rounds: 5, steps }, 50: { ...head, steps } };
    assert.deepEqual(lines(terraformTable(result)).slice(2), [
      "| 1 | first plan | 2.00 | 3.00 | 1.50 | 500 | 1000 | 2.00 |",
      "| 10 | first plan | 2.00 | 3.00 | 1.50 | 500 | 1000 | 2.00 |",
      "| 50 | first plan | 2.00 | 3.00 | 1.50 | 500 | 1000 | 2.00 |",
      "",
      "1, 50 workloads: _Medians of 3; 2 × CPU, 2026-01-31; [every run](../benchmarks/results/terraform.json)._",
      "",
      "10 workloads: _Medians of 5; 2 × CPU, 2026-01-31; [every run](../benchmarks/results/terraform.json)._",
    ]);
  });

  it("has the memory of commands beside their time", () => {
    const measured = [
      { name: "small", runs: runs(1, 100) },
      { name: "large", runs: runs(2, 150) },
    ];
    assert.deepEqual(lines(permissionDiffTable({ ...head, measured })).slice(2, -2), [
      "| small | 1.00 | 1.00 | 100 | 1.00 |",
      "| large | 2.00 | 2.00 | 150 | 1.50 |",
    ]);
  });

  it("shows what each tool finds in a faulty workload, also where that is nothing", () => {
    const faults = [
      { fault: "a fault", awsSolutions: ["IAM4", "IAM5"], otherPacks: [], policyPack: ["no-open-actions"] },
    ];
    const measured = [{ name: "synth", runs: runs(1, 100) }];
    assert.deepEqual(lines(cdkTable({ ...head, workloads: 50, measured, faults })).slice(-3), [
      "| a workload with | cdk-nag, AwsSolutions | cdk-nag, other packs | this policy pack |",
      "| --- | --- | --- | --- |",
      "| a fault | IAM4, IAM5 | – | no-open-actions |",
    ]);
  });

  it("says how many times as fast the rules are together as the scanners that they are compared with", () => {
    const judgement = (name: string, ...seconds: number[]) => ({
      name,
      runs: timed(...seconds),
      flagged: {},
    });
    const judgements = [
      judgement("these four rules together", 0.25, 0.5, 9),
      judgement("cloudsplaining", 15),
      judgement("checkov, its eight IAM checks", 10, 11, 12),
    ];
    assert.ok(
      scannersTable({ ...head, documents: 1500, judgements, agreements: [] }).includes(
        "\n\nIn the same time these four rules together judge 22.0 times what checkov, its eight IAM checks does, and 30.0 times what cloudsplaining does.\n\n",
      ),
    );
  });

  it("has the documents a second of each scanner, what it finds and where it agrees with a rule", () => {
    const flagged = (count: number, ...first: string[]) => ({ count, first });
    const result: ScannersResult = {
      ...head,
      documents: 1500,
      judgements: [
        { name: "rule", runs: timed(0.5, 1, 1.5), flagged: { open: flagged(9, "a"), star: flagged(1, "b") } },
        { name: "scanner", runs: timed(10), flagged: {} },
      ],
      agreements: [
        {
          ...{ rule: "open", scanner: "scanner", issues: ["X", "Y"] },
          ...{ both: flagged(3), onlyRule: flagged(6), onlyScanner: flagged(0) },
        },
      ],
    };
    assert.deepEqual(lines(scannersTable(result)).slice(2), [
      "| rule | 1,500 | 1,000 | 3,000 | 1.000 |",
      "| scanner | 150 | 150 | 150 | 0.100 |",
      "",
      "_Medians of 3; 2 × CPU, 2026-01-31; [every run](../benchmarks/results/scanners.json)._",
      "",
      "| judged by | finds | in documents | which, where few |",
      "| --- | --- | --- | --- |",
      "| rule | open | 9 |  |",
      "| rule | star | 1 | b |",
      "| scanner | nothing | 0 |  |",
      "",
      "| rule | scanner | both | only the rule | only the scanner |",
      "| --- | --- | --- | --- | --- |",
      "| `open` | scanner: X, Y | 3 | 6 | 0 |",
    ]);
  });
});
