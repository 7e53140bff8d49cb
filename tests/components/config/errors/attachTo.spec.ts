import { testErrors, type ErrorCase } from "./errorCase.ts";

const one = "i-0123456789abcdef0";
const two = "i-0fedcba987654321";

const cases: ErrorCase[] = [
  {
    name: "nothing of ids, old and new, and of a map",
    workload: { attachTo: [one, "i-01234567", { instance: two, replaceExisting: true }] },
    says: [],
  },
  {
    name: "what is no instance id",
    workload: { attachTo: ["ami-01234567", "i-0123", 5, { instance: "i-XYZ" }] },
    says: [
      'workloads.orders.attachTo[0]: got "ami-01234567", want an instance id, such as i-0123456789abcdef0',
      'workloads.orders.attachTo[1]: got "i-0123", want an instance id, such as i-0123456789abcdef0',
      "workloads.orders.attachTo[2]: got 5, want an instance id, such as i-0123456789abcdef0, or {instance: i-0123456789abcdef0, replaceExisting: true}",
      'workloads.orders.attachTo[3].instance: got "i-XYZ", want an instance id, such as i-0123456789abcdef0',
    ],
  },
  {
    name: "a single id",
    workload: { attachTo: one },
    says: [
      'workloads.orders.attachTo: got "i-0123456789abcdef0", want a list of instance ids, such as - i-0123456789abcdef0',
    ],
  },
  {
    name: "an unknown key of an entry",
    workload: { attachTo: [{ instance: one, replaceExistin: true }] },
    says: ['workloads.orders.attachTo[0].replaceExistin: unknown key; did you mean "replaceExisting"?'],
  },
  {
    name: "an instance that is named twice in a workload",
    workload: { attachTo: [one, { instance: one }] },
    says: [
      "workloads.orders.attachTo[1]: the same instance as workloads.orders.attachTo[0], and an instance carries one profile; remove one",
    ],
  },
  {
    name: "an instance that two workloads claim, by both names",
    values: {
      "instance-profiles:workloads": { orders: { attachTo: [two, one] }, reports: { attachTo: [one] } },
    },
    says: [
      "workloads.reports.attachTo[0]: the same instance as workloads.orders.attachTo[1], and an instance carries one profile; remove one",
    ],
  },
];

describe("config errors of attachTo", () => {
  testErrors(cases);
});
