import { createHash } from "node:crypto";
import { asJson } from "../../../commandLine/formats.ts";
import { textOf } from "./checkTable.ts";
import type { CheckFinding, CheckResult, CheckVerdict } from "./finding.ts";
import { type CheckRule, checkRules } from "./rules.ts";

/**
 * What GitHub's code scanning takes: it refuses a file with more results.
 *
 * @see https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const MOST_RESULTS = 25_000;
const MOST_TAGS = 20;

/** As numbers, since GitHub makes words of them by itself: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const securitySeverities: Readonly<Record<CheckRule["severity"], string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

const levels: Readonly<Record<CheckVerdict, "error" | "warning" | "note">> = {
  refused: "error",
  risky: "warning",
  unknown: "note",
  excused: "note",
};

/**
 * The check as a log of SARIF 2.1.0, for GitHub's code scanning and other tools. What exceeds GitHub's limit is left out from the end,
 * where the least urgent is, and the log says so.
 *
 * @param prefix From the root of the repository to the project, with a slash at its end, or empty.
 * @param version Of this package.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function sarif({ findings }: CheckResult, prefix: string, version: string): string {
  const kept = findings.slice(0, MOST_RESULTS);
  const left = findings.length - kept.length;
  const numbers = new Map<string, number>();
  return asJson({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "instance-profiles", semanticVersion: version, rules: checkRules.map(ruleOf) },
        },
        automationDetails: { id: "permissions-check/" },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        invocations: [
          {
            executionSuccessful: true,
            ...(left > 0 && {
              toolExecutionNotifications: [
                {
                  level: "warning",
                  message: {
                    text: `${left} less urgent findings are left out: GitHub takes ${MOST_RESULTS}.`,
                  },
                },
              ],
            }),
          },
        ],
        results: kept.map((finding) => resultOf(finding, prefix, numbers)),
      },
    ],
  });
}

function ruleOf(rule: CheckRule): object {
  const text = `${rule.description} ${rule.remediationSteps}`;
  return {
    id: rule.id,
    name: rule.displayName,
    shortDescription: { text: `${rule.displayName}.` },
    fullDescription: { text: rule.description },
    help: { text, markdown: `${rule.description}\n\n${rule.remediationSteps}\n\n[Why](${rule.url})` },
    helpUri: rule.url,
    properties: {
      tags: ["security", ...rule.tags].slice(0, MOST_TAGS),
      precision: "high",
      "security-severity": securitySeverities[rule.severity],
    },
  };
}

function resultOf(finding: CheckFinding, prefix: string, numbers: Map<string, number>): object {
  const { rule, verdict, file, place, path, stack, exception } = finding;
  const uri = `${prefix}${file}`.split("/").map(encodeURIComponent).join("/");
  const fingerprint = fingerprintOf(finding, numbers);
  return {
    ruleId: rule,
    ruleIndex: checkRules.findIndex(({ id }) => id === rule),
    level: levels[verdict],
    message: { text: textOf(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
          region: { startLine: place.line, startColumn: place.column },
        },
        logicalLocations: [{ fullyQualifiedName: path === "" ? stack : `${stack}.${path}` }],
      },
    ],
    // GitHub compares the first of these alone; other tools take a name of their own.
    partialFingerprints: { primaryLocationLineHash: fingerprint, "instanceProfilesFinding/v1": fingerprint },
    suppressions:
      exception?.inForce === true
        ? [
            {
              kind: "external",
              status: "accepted",
              justification: `${exception.reason} (until ${exception.expires})`,
            },
          ]
        : [],
  };
}

/**
 * The same for the same finding wherever its line is moved to: of no line, and of no position in a list. Findings that differ in nothing
 * else are numbered.
 */
function fingerprintOf(
  { rule, stack, workload = "", message, path }: CheckFinding,
  numbers: Map<string, number>,
): string {
  const keys = path.replace(/\[\d+\]/g, "[]");
  const words = message.replace(/\[\d+\]/g, "[]");
  const hash = createHash("sha256")
    .update(JSON.stringify([rule, stack, workload, keys, words]))
    .digest("hex")
    .slice(0, 16);
  const number = (numbers.get(hash) ?? 0) + 1;
  numbers.set(hash, number);
  return `${hash}:${number}`;
}
