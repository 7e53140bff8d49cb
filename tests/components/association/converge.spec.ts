import assert from "node:assert/strict";
import { converge } from "../../../components/association/converge.ts";
import { nextDetachStep, nextStep } from "../../../components/association/nextStep.ts";
import type { Observed, Wanted } from "../../../components/association/observed.ts";
import {
  awsError,
  fakeClock,
  FakeInstance,
  foreignArn,
  on,
  wanted,
  type Fault,
} from "./associationFixture.ts";

const ours = wanted.instanceProfileArn;
const unknownArn = awsError(
  "InvalidParameterValue",
  `Value (${ours}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`,
);

interface Outcome {
  readonly association?: string | undefined;
  readonly error?: string;
}

/** Attaches with a clock that only jumps, and tells what was called and how long was waited. */
async function attached(
  observed: Observed,
  faults: (Fault | undefined)[] = [],
  changes: Partial<Wanted> = {},
) {
  const instance = new FakeInstance(observed, faults);
  const { clock, pauses } = fakeClock();
  const goal = { ...wanted, ...changes };
  const result = await converge((seen) => nextStep(seen, goal), ours, instance, clock, "cannot attach").then(
    (association): Outcome => ({ association: association?.associationId }),
    (error: unknown): Outcome => ({ error: (error as Error).message }),
  );
  return { result, calls: instance.calls, waited: pauses.reduce((sum, pause) => sum + pause, 0), pauses };
}

describe("attaching a profile", () => {
  it("associates it, and waits for nothing where nothing is to wait for", async () => {
    assert.deepEqual(await attached(on("running")), {
      result: { association: "iip-assoc-new-1" },
      calls: ["associate"],
      waited: 0,
      pauses: [],
    });
  });

  it("swaps it in place on a running instance", async () => {
    const { result, calls } = await attached(on("running", foreignArn), [], { replaceExisting: true });
    assert.deepEqual([result, calls], [{ association: "iip-assoc-new-1" }, ["replace iip-assoc-1"]]);
  });

  it("takes the other off and associates it on a stopped instance", async () => {
    const { result, calls } = await attached(on("stopped", foreignArn), [], { replaceExisting: true });
    assert.deepEqual(
      [result, calls],
      [{ association: "iip-assoc-new-1" }, ["disassociate iip-assoc-1", "associate"]],
    );
  });

  it("tries again while EC2 does not know the profile, with growing pauses", async () => {
    const faults = Array.from({ length: 8 }, () => ({ before: unknownArn }));
    const { result, calls, pauses } = await attached(on("running"), faults);
    assert.deepEqual(result, { association: "iip-assoc-new-1" });
    assert.equal(calls.length, 9);
    assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
  });

  it("gives up after three minutes of that, and says what EC2 said", async () => {
    const faults = Array.from({ length: 100 }, () => ({ before: unknownArn }));
    const { result, waited } = await attached(on("running"), faults);
    assert.deepEqual(result, {
      error: `cannot attach: EC2 still refuses the profile after 180 s (InvalidParameterValue: ${unknownArn.message}); check that it exists and run the command again`,
    });
    assert.ok(waited >= 180_000 && waited < 190_000, String(waited));
  });

  const final = [
    ["InvalidParameterValue", "Invalid value for instance id", ""],
    [
      "RequestLimitExceeded",
      "Request limit exceeded.",
      "; run the command again, or set AWS_MAX_ATTEMPTS higher",
    ],
    [
      "UnauthorizedOperation",
      "You are not authorized",
      "; allow whoever deploys ec2:*IamInstanceProfile*, ec2:DescribeInstances and iam:PassRole on the role",
    ],
    [
      "InternalError",
      "An internal error has occurred",
      "; run the command again, which goes on from what it finds",
    ],
  ] as const;
  for (const [code, message, advice] of final) {
    it(`fails at once on ${code}: ${message}`, async () => {
      const { result, calls, waited } = await attached(on("running"), [{ before: awsError(code, message) }]);
      assert.deepEqual(
        { result, calls, waited },
        { result: { error: `cannot attach: ${code}: ${message}${advice}` }, calls: ["associate"], waited: 0 },
      );
    });
  }

  it("finds one association where a request took effect and its repetition is refused", async () => {
    const lost = { after: awsError("IncorrectState", "There is an existing association") };
    const { result, calls } = await attached(on("running"), [lost]);
    assert.deepEqual([result, calls], [{ association: "iip-assoc-new-1" }, ["associate"]]);
  });

  it("leaves the instance to a rival who was faster", async () => {
    const rival: Fault = { meanwhile: (instance) => (instance.observed = on("running", foreignArn)) };
    const { result, calls } = await attached(on("running"), [rival]);
    assert.match(
      result.error ?? "",
      /^cannot attach: got .*\/other\/dev\/mailer on it \(iip-assoc-1\), want no other/,
    );
    assert.deepEqual(calls, ["associate"]);
  });

  it("ends where two replace each other's profile", async () => {
    const swapped: Fault = {
      before: awsError("IncorrectState", "iip-assoc-1 is not the active association"),
    };
    const { result, calls } = await attached(
      on("running", foreignArn),
      Array.from({ length: 9 }, () => swapped),
      {
        replaceExisting: true,
      },
    );
    assert.deepEqual(result, {
      error:
        "cannot attach: the association changed under our hands 6 times; let one stack or person at a time claim the instance",
    });
    assert.equal(calls.length, 6);
  });

  it("gives up on an instance that never starts", async () => {
    const { result, calls } = await attached(on("pending"));
    assert.deepEqual(
      [result, calls],
      [
        {
          error:
            "cannot attach: not running or stopped after 300 s; look at the instance and run the command again",
        },
        [],
      ],
    );
  });
});

describe("taking a profile off", () => {
  it("is done where somebody else did it in the same moment", async () => {
    const gone: Fault = {
      meanwhile: (instance) => (instance.observed = on("running")),
      before: awsError("InvalidAssociationID.NotFound", "not found"),
    };
    const instance = new FakeInstance(on("running", ours), [gone]);
    await converge((seen) => nextDetachStep(seen, ours), ours, instance, fakeClock().clock, "cannot detach");
    assert.deepEqual(instance.calls, ["disassociate iip-assoc-1"]);
  });
});
