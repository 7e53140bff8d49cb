import { testErrors, type ErrorCase } from "./errorCase.ts";

const cases: ErrorCase[] = [
  {
    name: "a tag value that is no text",
    workload: { tags: { Team: 5 } },
    says: [
      "workloads.orders.tags.Team: got 5, want text; put it in quotes, or YAML makes a number of it, without zeros at its ends",
    ],
  },
  {
    name: "tag keys and values in the wrong form",
    workload: { tags: { "aws:x": "1", "a,b": "1", Owner: "a;b", environment: "x" } },
    says: [
      'workloads.orders.tags["aws:x"]: got "aws:x", want a key that does not start with aws:, which AWS keeps for itself',
      'workloads.orders.tags["a,b"]: got "a,b", want a key of letters, digits, spaces and _ . : / = + - @',
      'workloads.orders.tags.Owner: got "a;b", want letters, digits, spaces and _ . : / = + - @',
      'workloads.orders.tags.environment: got "environment", want another key, since the program sets Environment itself',
    ],
  },
  {
    name: "a description that is no text",
    workload: { description: 5 },
    says: [
      "workloads.orders.description: got 5, want text; put it in quotes, or YAML makes a number of it, without zeros at its ends",
    ],
  },
  ...(
    [
      ["x".repeat(1001), "1001 characters, want at most 1000, as many as IAM takes of a role"],
      [
        "\uc8fc".repeat(257),
        "257 characters, want at most 256, as many as IAM takes of a tag, since a role takes Latin-1 alone",
      ],
    ] as const
  ).map(([description, problem]) => ({
    name: `a description that is too long: ${problem}`,
    workload: { description },
    says: [`workloads.orders.description: got ${problem}`],
  })),
  ...(
    [
      ["orders \u2013 and more", 'U+2013 "\u2013" at character 8'],
      ["\uc8fc\ubb38 \u2013", 'U+2013 "\u2013" at character 4'],
      ["a\u{1f600}", 'U+1F600 "\u{1f600}" at character 2'],
      ["a\u200bb", "U+200B at character 2"],
      ["a\u0000", "U+0000 at character 2"],
    ] as const
  ).map(([description, got]) => ({
    name: `a character of a description that IAM takes nowhere, ${got}`,
    workload: { description },
    says: [
      `workloads.orders.description: got ${got}, want letters and digits, or what IAM takes in the description of a role: U+0020 to U+007E, U+00A1 to U+00FF, tab, line feed and carriage return`,
    ],
  })),
  {
    name: "tag keys and values that are too long",
    values: { "instance-profiles:tags": { ["k".repeat(129)]: "1", Owner: "x".repeat(257) } },
    says: [
      `tags.${"k".repeat(129)}: got "${"k".repeat(79)}…", want a key of 1 to 128 characters`,
      `tags.Owner: got "${"x".repeat(79)}…", want at most 256 characters`,
    ],
  },
  {
    name: "tags that differ only in case",
    workload: { tags: { team: "orders" } },
    values: { "instance-profiles:tags": { Team: "shop" } },
    says: [
      "workloads.orders.tags.team: differs from another tag of the stack only in case, which IAM ignores; write both alike",
    ],
  },
  {
    name: "more than 50 tags with those of the program",
    workload: { tags: Object.fromEntries(Array.from({ length: 47 }, (_, index) => [`Key${index}`, "x"])) },
    says: ["workloads.orders.tags: got 51 with those of the stack and the program, want at most 50"],
  },
];

describe("config errors of tags", () => {
  testErrors(cases);
});
