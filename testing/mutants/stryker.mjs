import "./mochaTwelve.mjs";

// `npm run mutants`: changes the code in small ways, one by one, and runs the specs that reach each change. A mutant that
// no spec notices is either a missing test or code that does nothing. Takes hours for all, minutes for one folder:
// `npm run mutants -- --mutate 'iam/conditions/**'`.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "mocha",
  mochaOptions: {
    // Specs of other rooms need more time than they add: what decides has specs of its own.
    spec: [
      "tests/{iam,secrets}/**/*.spec.ts",
      "tests/policypack/{crossguard,exceptions,policies,stack}/*.spec.ts",
    ],
    "no-config": true,
    require: ["testing/mutants/freshCaches.mjs", "tests/typescript.mjs"],
  },
  mutate: [
    "iam/**/*.ts",
    "secrets/**/*.ts",
    "policypack/policies/*.ts",
    "!iam/managedPolicies/verdictTable.ts",
  ],
  testRunnerNodeArgs: ["--import", new URL("mochaTwelve.mjs", import.meta.url).href],
  coverageAnalysis: "perTest",
  concurrency: 1,
  // What a mutant makes of a loop is found by counting rounds; the clock is for all else, on machines with other work.
  timeoutMS: 20_000,
  tempDirName: ".sandbox/mutants",
  ignorePatterns: [".fleet", "dist", "docs", "benchmarks/**/node_modules"],
  incrementalFile: ".sandbox/mutants.json",
  reporters: ["clear-text", "progress-append-only", "json", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: ".sandbox/mutants/report.json" },
  htmlReporter: { fileName: ".sandbox/mutants/report.html" },
  thresholds: { high: 95, low: 85, break: 85 },
};
