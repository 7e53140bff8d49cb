import assert from "node:assert/strict";
import { nextDetachStep, nextStep, type Step } from "../../../components/association/nextStep.ts";
import type { Association, Observed } from "../../../components/association/observed.ts";
import { arnOf, foreignArn, on, wanted } from "./associationFixture.ts";

const ours = wanted.instanceProfileArn;
const sibling = arnOf("/shop/dev/reports");

interface Case {
  readonly name: string;
  readonly observed: Observed;
  readonly replaceExisting?: boolean;
  readonly formerArn?: string;
  readonly step: Step;
}

const done = (profileArn: string): Step => ({
  do: "nothing",
  association: { associationId: "iip-assoc-1", profileArn, state: "associated" },
});
const replace: Step = { do: "replace", associationId: "iip-assoc-1" };
const disassociate: Step = { do: "disassociate", associationId: "iip-assoc-1" };
const until = (what: string): Step => ({ do: "wait", until: what });
const refusal: Step = {
  do: "refuse",
  problem:
    `got ${foreignArn} on it (iip-assoc-1), want no other profile; remove the instance from attachTo, ` +
    `disassociate the other profile, or write {instance: ${wanted.instanceId}, replaceExisting: true}`,
};

const cases: Case[] = [
  { name: "associates on a running instance", observed: on("running"), step: { do: "associate" } },
  { name: "associates on a stopped instance", observed: on("stopped"), step: { do: "associate" } },
  { name: "waits for an instance that starts", observed: on("pending"), step: until("running or stopped") },
  { name: "waits for an instance that stops", observed: on("stopping"), step: until("running or stopped") },
  { name: "adopts the same profile", observed: on("running", ours), step: done(ours) },
  { name: "adopts the same profile on a stopped instance", observed: on("stopped", ours), step: done(ours) },
  {
    name: "waits for the same profile on its way",
    observed: on("running", ours, "associating"),
    step: until("associated"),
  },
  {
    name: "waits for a profile that leaves",
    observed: on("running", foreignArn, "disassociating"),
    step: until("disassociated"),
  },
  {
    name: "forgets a profile that left",
    observed: on("running", foreignArn, "disassociated"),
    step: { do: "associate" },
  },
  { name: "refuses somebody else's profile", observed: on("running", foreignArn), step: refusal },
  {
    name: "refuses somebody else's profile on its way",
    observed: on("running", foreignArn, "associating"),
    step: refusal,
  },
  {
    name: "refuses somebody else's profile on a stopped instance",
    observed: on("stopped", foreignArn),
    step: refusal,
  },
  {
    name: "refuses a profile without a path, which any stack may have made",
    observed: on("running", arnOf("/orders-old")),
    step: { do: "refuse", problem: refusal.problem.replace(foreignArn, arnOf("/orders-old")) },
  },
  {
    name: "replaces somebody else's profile where that is allowed",
    observed: on("running", foreignArn),
    replaceExisting: true,
    step: replace,
  },
  {
    name: "frees a stopped instance first, since a swap needs a running one",
    observed: on("stopped", foreignArn),
    replaceExisting: true,
    step: disassociate,
  },
  {
    name: "waits with the swap while the instance stops",
    observed: on("stopping", foreignArn),
    replaceExisting: true,
    step: until("running or stopped"),
  },
  {
    name: "waits with the swap until the other profile has arrived",
    observed: on("running", foreignArn, "associating"),
    replaceExisting: true,
    step: until("associated"),
  },
  {
    name: "replaces the profile of another workload of the stack",
    observed: on("running", sibling),
    step: replace,
  },
  {
    name: "replaces the profile that it put there before, whatever its path",
    observed: on("running", foreignArn),
    formerArn: foreignArn,
    step: replace,
  },
  {
    name: "refuses an instance that nobody knows",
    observed: { associations: [] },
    step: {
      do: "refuse",
      problem:
        "got no instance of that id in eu-central-1, want one that runs or is stopped; correct attachTo, the region or the credentials",
    },
  },
  ...["shutting-down", "terminated"].map((state): Case => ({
    name: `refuses an instance that is ${state}`,
    observed: on(state, ours),
    step: {
      do: "refuse",
      problem: `got an instance that is ${state}, want one that runs or is stopped; remove it from attachTo`,
    },
  })),
  {
    name: "refuses an instance of another account",
    observed: { instance: { state: "running", account: "444455556666" }, associations: [] },
    step: {
      do: "refuse",
      problem:
        "got an instance of account 444455556666, want one of 111122223333; a profile serves its own account only",
    },
  },
];

describe("the next step of an association", () => {
  for (const { name, observed, replaceExisting = false, formerArn, step } of cases) {
    it(name, () => {
      assert.deepEqual(nextStep(observed, { ...wanted, replaceExisting }, formerArn), step);
    });
  }

  it("is done as soon as the wanted profile is there, though the old one still leaves", () => {
    const old: Association = {
      associationId: "iip-assoc-0",
      profileArn: foreignArn,
      state: "disassociating",
    };
    const { instance, associations } = on("running", ours);
    assert.deepEqual(
      nextStep({ ...(instance && { instance }), associations: [old, ...associations] }, wanted),
      done(ours),
    );
  });
});

const detaching: Omit<Case, "formerArn" | "replaceExisting">[] = [
  { name: "takes off our profile", observed: on("running", ours), step: disassociate },
  {
    name: "takes off our profile on its way",
    observed: on("running", ours, "associating"),
    step: disassociate,
  },
  {
    name: "waits until our profile has left",
    observed: on("stopped", ours, "disassociating"),
    step: until("disassociated"),
  },
  {
    name: "is done where our profile has left",
    observed: on("running", ours, "disassociated"),
    step: { do: "nothing" },
  },
  { name: "leaves somebody else's profile", observed: on("running", foreignArn), step: { do: "nothing" } },
  { name: "leaves another workload's profile", observed: on("running", sibling), step: { do: "nothing" } },
  { name: "is done on a terminated instance", observed: on("terminated", ours), step: { do: "nothing" } },
  {
    name: "is done on an instance that nobody knows",
    observed: { associations: [] },
    step: { do: "nothing" },
  },
];

describe("the next step of taking a profile off", () => {
  for (const { name, observed, step } of detaching) {
    it(name, () => {
      assert.deepEqual(nextDetachStep(observed, ours), step);
    });
  }
});
