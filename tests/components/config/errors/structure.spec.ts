import { launching, stating, testErrors, type ErrorCase } from "./errorCase.ts";

const workloadKeys =
  "description, access, statements, managedPolicies, permissionsBoundary, maxSessionHours, tags, launch, attachTo";

const workloadName = "a name of 1 to 32 lower-case letters, digits and hyphens that starts with a letter";

const cases: ErrorCase[] = [
  { name: "nothing wrong", says: [] },
  {
    name: "a missing environment",
    values: { "instance-profiles:environment": undefined },
    says: ["environment: missing, want a name such as dev"],
  },
  {
    name: "missing workloads",
    values: { "instance-profiles:workloads": undefined },
    says: ["workloads: missing, want a map with at least one workload"],
  },
  {
    name: "no workload",
    values: { "instance-profiles:workloads": {} },
    says: ["workloads: got an empty map, want a map with at least one workload"],
  },
  {
    name: "an unknown key of the namespace",
    values: { "instance-profiles:workload": "x", "instance-profiles:colour": "red" },
    says: [
      'workload: unknown key; did you mean "workloads"?',
      "colour: unknown key, want one of environment, permissionsBoundary, tags, workloads",
    ],
  },
  {
    name: "an unknown key of a workload and of its launch",
    workload: { acess: [], ...launching({ hoplimit: 2 }) },
    says: [
      'workloads.orders.launch.hoplimit: unknown key; did you mean "hopLimit"?',
      'workloads.orders.acess: unknown key; did you mean "access"?',
    ],
  },
  {
    name: "values of the wrong type",
    workload: { access: "s3", maxSessionHours: "2", description: 5 },
    says: [
      "workloads.orders.description: got 5, want text; put it in quotes, or YAML makes a number of it, without zeros at its ends",
      'workloads.orders.access: got "s3", want a list of grants, such as - s3: {bucket: orders, level: read}',
      'workloads.orders.maxSessionHours: got "2", want a whole number from 1 to 12 hours',
    ],
  },
  {
    name: "a workload without content",
    values: { "instance-profiles:workloads": { orders: null } },
    says: [`workloads.orders: got null, want a map of ${workloadKeys}`],
  },
  {
    name: "bad and long workload names",
    values: { "instance-profiles:workloads": { Orders: {}, "2nd": {}, ["a".repeat(33)]: {} } },
    says: ["Orders", "2nd", "a".repeat(33)].map(
      (name) => `workloads.${name}: got "${name}", want ${workloadName}`,
    ),
  },
  {
    name: "the second policy of one workload named as the first of another",
    values: {
      "instance-profiles:workloads": {
        orders: stating({ resources: ["1", "2"].map((end) => `arn:aws:s3:::a/${"x".repeat(4000)}${end}`) }),
        "orders-2": { access: [{ sqs: { queue: "orders", level: "send" } }] },
      },
    },
    says: [
      'workloads.orders-2: would make a policy named "shop-dev-orders-2", the same as workloads.orders; rename one',
    ],
  },
  {
    name: "sessions that are too long",
    workload: { maxSessionHours: 13 },
    says: ["workloads.orders.maxSessionHours: got 13, want a whole number from 1 to 12 hours"],
  },
];

describe("config errors of the structure", () => {
  testErrors(cases);
});
