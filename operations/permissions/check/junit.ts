import type { FailureWord } from "../failOn.ts";
import { textOf } from "./checkTable.ts";
import type { CheckedStack, CheckFinding, CheckResult } from "./finding.ts";

/**
 * The check as a report of JUnit, with one test case for each rule and workload. A case fails where it has findings of the words in
 * `failOn`, is skipped where exceptions excuse all of them, and else passes, with what was found as its output.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function junit({ stacks, findings }: CheckResult, failOn: readonly FailureWord[]): string {
  const suites = stacks.map((stack) => suite(stack, findings, failOn));
  const total = (count: (suite: Suite) => number) => suites.reduce((sum, one) => sum + count(one), 0);
  const counts = countsOf(
    total(({ tests }) => tests),
    total(({ failures }) => failures),
    total(({ skipped }) => skipped),
  );
  const body = suites.map(({ xml }) => xml).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="permissions check" ${counts}>\n${body}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
  readonly xml: string;
}

function suite(stack: CheckedStack, all: readonly CheckFinding[], failOn: readonly FailureWord[]): Suite {
  const own = all.filter((finding) => finding.stack === stack.name);
  const byCase = Map.groupBy(own, ({ workload = "", rule }) => `${workload}\0${rule}`);
  // A workload of which nothing could be read is among the findings alone.
  const workloads = new Set([...stack.workloads, ...own.flatMap(({ workload }) => workload ?? [])]);
  const ofStack = own.filter(({ workload }) => workload === undefined).map(({ rule }) => rule);
  const cases = [
    ...[...new Set(ofStack)].map((rule) => ({ workload: "", rule })),
    ...[...workloads].flatMap((workload) => stack.rules.map((rule) => ({ workload, rule }))),
  ].map(({ workload, rule }) => {
    const findings = byCase.get(`${workload}\0${rule}`) ?? [];
    const classname = workload === "" ? stack.name : `${stack.name}.${workload}`;
    return testCase(classname, rule, findings, failOn);
  });
  const count = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length;
  const [tests, failures, skipped] = [cases.length, count("failed"), count("skipped")];
  const head = `<testsuite name="${escaped(stack.file)}" ${countsOf(tests, failures, skipped)}>`;
  const xml = `  ${head}\n${cases.map((one) => one.xml).join("")}  </testsuite>\n`;
  return { tests, failures, skipped, xml };
}

type Outcome = "passed" | "failed" | "skipped";

function testCase(
  classname: string,
  rule: string,
  findings: readonly CheckFinding[],
  failOn: readonly FailureWord[],
): { readonly outcome: Outcome; readonly xml: string } {
  const [first] = findings;
  const head = `<testcase classname="${escaped(classname)}" name="${escaped(rule)}"`;
  if (first === undefined) return { outcome: "passed", xml: `    ${head}/>\n` };
  const where = `file="${escaped(first.file)}" line="${first.place.line}"`;
  const lines = (list: readonly CheckFinding[]) =>
    list.map((one) => `${one.file}:${one.place.line}:${one.place.column}: ${textOf(one)}`).join("\n");
  const failing = findings.filter(({ verdict }) => failOn.some((word) => word === verdict));
  const [worst] = failing;
  const others = findings.filter((finding) => !failing.includes(finding));
  const isSkipped = worst === undefined && findings.every(({ verdict }) => verdict === "excused");
  const inside = [
    ...(worst === undefined
      ? []
      : [
          `<failure type="${worst.verdict}" message="${escaped(textOf(worst))}">${escaped(lines(failing))}</failure>`,
        ]),
    ...(isSkipped ? [`<skipped message="${escaped(lines(findings))}"/>`] : []),
    ...(others.length > 0 && !isSkipped ? [`<system-out>${escaped(lines(others))}</system-out>`] : []),
  ];
  const xml = `    ${head} ${where}>\n${inside.map((line) => `      ${line}\n`).join("")}    </testcase>\n`;
  return { outcome: worst !== undefined ? "failed" : isSkipped ? "skipped" : "passed", xml };
}

const countsOf = (tests: number, failures: number, skipped: number) =>
  `tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`;

/** What XML 1.0 has no character for, written or escaped: https://www.w3.org/TR/xml/#charsets */
// eslint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

const escaped = (text: string) =>
  text.replace(forbidden, "\uFFFD").replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? "");
