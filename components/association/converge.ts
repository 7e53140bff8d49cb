import { asAwsError, explain, mayHaveTakenEffect, verdictOn } from "./awsErrors.ts";
import type { Step } from "./nextStep.ts";
import type { Association, Observed } from "./observed.ts";
import { Patience, type Clock } from "./patience.ts";

/** The calls that associations are made of, for one instance. */
export interface InstanceProfiles {
  observe(): Promise<Observed>;
  associate(profileArn: string): Promise<void>;
  replace(associationId: string, profileArn: string): Promise<void>;
  disassociate(associationId: string): Promise<void>;
}

/** Longer than the 150 s after which EC2 was still seen to refuse a new profile. */
const PROPAGATION_SECONDS = 180;
const SETTLING_SECONDS = 300;
/** Enough for two that start at once; more is a contest that nobody wins by trying. */
const MOST_CHANGES = 6;

/** Why an instance does not carry what it has to. */
export class Unsettled extends Error {
  readonly mayHaveChanged: boolean;

  constructor(
    message: string,
    /** Whether a request took effect, or may have. */
    mayHaveChanged: boolean,
  ) {
    super(message);
    this.mayHaveChanged = mayHaveChanged;
  }
}

/**
 * Looks, takes the next step and looks again, until nothing is left to do. So it does not matter who did a step: a
 * request that took effect and whose answer was lost, and another one who was faster, are found at the next look.
 *
 * @param about what the instance and the profile are called in errors
 * @throws {@link Unsettled}
 */
export async function converge(
  next: (observed: Observed) => Step,
  profileArn: string,
  ec2: InstanceProfiles,
  clock: Clock,
  about: string,
): Promise<Association | undefined> {
  let mayHaveChanged = false;
  const fail = (problem: string) => new Unsettled(`${about}: ${problem}`, mayHaveChanged);
  const propagation = new Patience(PROPAGATION_SECONDS, clock);
  const settling = new Patience(SETTLING_SECONDS, clock);
  for (let changes = 0; changes < MOST_CHANGES;) {
    const step = next(
      await ec2.observe().catch((error: unknown) => {
        throw fail(explain(asAwsError(error)));
      }),
    );
    if (step.do === "nothing") return step.association;
    if (step.do === "refuse") throw fail(step.problem);
    if (step.do === "wait") {
      if (await settling.wait()) continue;
      throw fail(
        `not ${step.until} after ${SETTLING_SECONDS} s; look at the instance and run the command again`,
      );
    }
    try {
      await perform(step, profileArn, ec2);
      mayHaveChanged = true;
      changes += 1;
    } catch (error) {
      const thrown = asAwsError(error);
      mayHaveChanged ||= mayHaveTakenEffect(thrown);
      const verdict = verdictOn(thrown);
      if (verdict === "failed") throw fail(explain(thrown));
      if (verdict === "situation changed") {
        changes += 1;
        await settling.wait();
      } else if (!(await propagation.wait())) {
        throw fail(
          `EC2 still refuses the profile after ${PROPAGATION_SECONDS} s (${explain(thrown)}); check that it exists and run the command again`,
        );
      }
    }
  }
  throw fail(
    `the association changed under our hands ${MOST_CHANGES} times; let one stack or person at a time claim the instance`,
  );
}

function perform(
  step: Extract<Step, { do: "associate" | "replace" | "disassociate" }>,
  profileArn: string,
  ec2: InstanceProfiles,
): Promise<void> {
  if (step.do === "associate") return ec2.associate(profileArn);
  if (step.do === "replace") return ec2.replace(step.associationId, profileArn);
  return ec2.disassociate(step.associationId);
}
