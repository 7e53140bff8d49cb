import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { githubAnnotations } from "../../../../operations/permissions/check/githubAnnotations.ts";
import type { CheckFinding, CheckResult } from "../../../../operations/permissions/check/finding.ts";
import { junit } from "../../../../operations/permissions/check/junit.ts";
import { sarif } from "../../../../operations/permissions/check/sarif.ts";

const finding: CheckFinding = {
  rule: "no-open-resources",
  verdict: "refused",
  stack: "dev",
  workload: "api",
  file: "Pulumi.dev.yaml",
  place: { line: 7, column: 21 },
  path: "workloads.api.statements[0].resources[0]",
  message: 'got Allow "sqs:SendMessage" on "*"; want the ARNs',
  excusable: { urn: "urn:pulumi:dev::shop::t::api", finding: "policy.Statement[0]: got more" },
};

const excused: CheckFinding = {
  ...finding,
  verdict: "excused",
  rule: "no-open-actions",
  exception: { reason: "The move of the account", expires: "2026-12-31", inForce: true },
};

const result = (...findings: readonly CheckFinding[]): CheckResult => ({
  stacks: [
    {
      name: "dev",
      file: "Pulumi.dev.yaml",
      workloads: ["api", "web"],
      rules: ["no-open-resources", "no-open-actions"],
    },
  ],
  findings,
});

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly locations: readonly { readonly physicalLocation: object }[];
      readonly partialFingerprints: { readonly primaryLocationLineHash: string };
      readonly suppressions: readonly object[];
    }[];
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly helpUri: string;
          readonly fullDescription: { readonly text: string };
          readonly properties: { readonly tags: readonly string[] };
        }[];
      };
    };
    readonly invocations: readonly { readonly toolExecutionNotifications?: readonly object[] }[];
  }[];
}

const run = (prefix: string, ...findings: readonly CheckFinding[]) => {
  const [first] = (JSON.parse(sarif(result(...findings), prefix, "0.1.0")) as Log).runs;
  assert.ok(first);
  return first;
};

describe("permissions check --format sarif", () => {
  // The schema of OASIS, as github.com/owenrumney/go-sarif v3.3.1 holds it (public domain). It is of draft 4, of which Ajv knows the
  // keywords by the names of draft 7.
  const text = readFileSync(new URL("sarif-schema-2.1.0.json", import.meta.url), "utf8");
  const schema = Object.fromEntries(
    Object.entries(JSON.parse(text) as object).filter(([key]) => key !== "id" && key !== "$schema"),
  ) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(schema);

  for (const [of, findings] of [
    ["nothing", []],
    ["findings of all kinds", [finding, excused, { ...finding, verdict: "unknown", path: "" }]],
    ["a message with control characters", [{ ...finding, message: "got \u0000\u001b[31m\n\u2028" }]],
  ] as const)
    it(`is valid for ${of}`, () => {
      validate(JSON.parse(sarif(result(...findings), "infra/", "0.1.0")));
      assert.deepStrictEqual(validate.errors ?? [], []);
    });

  it("notices a log that is not valid", () => {
    const log = JSON.parse(sarif(result(finding), "", "0.1.0")) as { version: string };
    assert.equal(validate({ ...log, version: "2.0.0" }), false);
  });

  it("names the place from the root of the repository, percent-encoded", () => {
    assert.deepStrictEqual(run("my infra/ü/", finding).results[0]?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: "my%20infra/%C3%BC/Pulumi.dev.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 7, startColumn: 21 },
    });
  });

  it("keeps a fingerprint where the line moves, and gives equal findings different ones", () => {
    const fingerprints = (...findings: readonly CheckFinding[]) =>
      run("", ...findings).results.map(
        ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
      );
    const moved = {
      ...finding,
      place: { line: 99, column: 1 },
      path: finding.path.replace("statements[0]", "statements[3]"),
    };
    const [[before], [after]] = [fingerprints(finding), fingerprints(moved)];
    assert.equal(before, after);
    const others = [
      finding,
      moved,
      excused,
      { ...finding, workload: "web" },
      { ...finding, stack: "prod" },
      { ...finding, message: "got else" },
    ];
    assert.equal(new Set(fingerprints(...others)).size, others.length);
  });

  it("suppresses what an exception excuses, and says why", () => {
    assert.deepStrictEqual(
      run("", finding, excused).results.map(({ level, suppressions }) => [level, suppressions]),
      [
        ["error", []],
        [
          "note",
          [
            {
              kind: "external",
              status: "accepted",
              justification: "The move of the account (until 2026-12-31)",
            },
          ],
        ],
      ],
    );
  });

  it("stays within the limits of GitHub, and says what it left out", () => {
    const many = Array.from({ length: 25_003 }, () => finding);
    const { results, invocations, tool } = run("", ...many);
    assert.deepStrictEqual(
      [results.length, invocations[0]?.toolExecutionNotifications],
      [
        25_000,
        [
          {
            level: "warning",
            message: { text: "3 less urgent findings are left out: GitHub takes 25000." },
          },
        ],
      ],
    );
    for (const { helpUri, fullDescription, properties } of tool.driver.rules) {
      assert.match(helpUri, /^https:\/\//);
      assert.ok(fullDescription.text.length > 20 && fullDescription.text.length <= 1024);
      assert.ok(properties.tags.length <= 20 && properties.tags.includes("security"));
    }
  });
});

describe("permissions check --format github", () => {
  it("escapes what would end a command, or a property of it", () => {
    const own = { ...finding, file: "a,b:c%.yaml", message: "100%\r\n::error::x, y: z" };
    assert.equal(
      githubAnnotations(result(own), "my infra/"),
      "::error file=my infra/a%2Cb%3Ac%25.yaml,line=7,col=21,title=No open resources (no-open-resources)::api: 100%25%0D%0A::error::x, y: z\n",
    );
  });

  it("has an error, a warning or a notice for each verdict", () => {
    const verdicts = ["refused", "risky", "unknown", "excused"] as const;
    const text = githubAnnotations(result(...verdicts.map((verdict) => ({ ...finding, verdict }))), "");
    assert.deepStrictEqual(
      text
        .trim()
        .split("\n")
        .map((line) => /^::(\w+) /.exec(line)?.[1]),
      ["error", "warning", "notice", "notice"],
    );
  });
});

describe("permissions check --format junit", () => {
  it("has a case for each rule and workload", () => {
    const said = "api: got Allow &quot;sqs:SendMessage&quot; on &quot;*&quot;; want the ARNs";
    const why = `${said}; excused (The move of the account) until 2026-12-31`;
    assert.equal(
      junit(result(finding, excused), ["refused"]),
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="permissions check" tests="4" failures="1" errors="0" skipped="1">
  <testsuite name="Pulumi.dev.yaml" tests="4" failures="1" errors="0" skipped="1">
    <testcase classname="dev.api" name="no-open-resources" file="Pulumi.dev.yaml" line="7">
      <failure type="refused" message="${said}">Pulumi.dev.yaml:7:21: ${said}</failure>
    </testcase>
    <testcase classname="dev.api" name="no-open-actions" file="Pulumi.dev.yaml" line="7">
      <skipped message="Pulumi.dev.yaml:7:21: ${why}"/>
    </testcase>
    <testcase classname="dev.web" name="no-open-resources"/>
    <testcase classname="dev.web" name="no-open-actions"/>
  </testsuite>
</testsuites>
`,
    );
  });

  it("fails for the words that were asked for alone", () => {
    assert.match(
      junit(result(finding), ["risky"]),
      /failures="0"[^]*<system-out>Pulumi\.dev\.yaml:7:21: api/,
    );
  });

  it("holds no character that XML forbids", () => {
    const message = "a\u0000\u0008\u000b\u001b\u0085\ud800\ufffe<&>\"'\t\n]]>";
    const text = junit(result({ ...finding, message }), ["refused"]);
    assert.match(text, /message="api: a\ufffd{7}&lt;&amp;&gt;&quot;'&#9;&#10;\]\]&gt;"/u);
  });
});
