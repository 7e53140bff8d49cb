import type { InstanceProfiles } from "../../../components/association/converge.ts";
import type { Association, Observed, Wanted } from "../../../components/association/observed.ts";
import type { Clock } from "../../../components/association/patience.ts";

export const arnOf = (name: string) => `arn:aws:iam::111122223333:instance-profile${name}`;

export const foreignArn = arnOf("/other/dev/mailer");

export const wanted: Wanted = {
  instanceId: "i-0123456789abcdef0",
  instanceProfileArn: arnOf("/shop/dev/orders"),
  region: "eu-central-1",
  replaceExisting: false,
};

/** An instance in a state, with one profile or none. */
export function on(
  instanceState: string,
  profileArn?: string,
  state: Association["state"] = "associated",
): Observed {
  return {
    instance: { state: instanceState, account: "111122223333" },
    associations: profileArn === undefined ? [] : [{ associationId: "iip-assoc-1", profileArn, state }],
  };
}

/** A clock that only jumps, and remembers its pauses. */
export function fakeClock(random = 1) {
  const pauses: number[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    random: () => random,
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
  return { clock, pauses };
}

export function awsError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

/** An instance as EC2 keeps it, with the calls made so far and the faults of the calls to come. */
export class FakeInstance implements InstanceProfiles {
  readonly calls: string[] = [];
  #count = 0;

  public observed: Observed;
  private readonly faults: (Fault | undefined)[];

  constructor(
    observed: Observed,
    /** What happens to the calls that change something, in order: an error before or after the effect, or neither. */
    faults: (Fault | undefined)[] = [],
  ) {
    this.observed = observed;
    this.faults = faults;
  }

  observe(): Promise<Observed> {
    return Promise.resolve(this.observed);
  }

  associate(profileArn: string): Promise<void> {
    return this.#change("associate", () => {
      if (this.observed.associations.length > 0)
        throw awsError("IncorrectState", "There is an existing association");
      this.#hold(profileArn);
    });
  }

  replace(associationId: string, profileArn: string): Promise<void> {
    return this.#change(`replace ${associationId}`, () => {
      this.#hold(profileArn);
    });
  }

  disassociate(associationId: string): Promise<void> {
    return this.#change(`disassociate ${associationId}`, () => {
      this.observed = { ...this.observed, associations: [] };
    });
  }

  #hold(profileArn: string): void {
    const associationId = `iip-assoc-new-${(this.#count += 1)}`;
    this.observed = { ...this.observed, associations: [{ associationId, profileArn, state: "associated" }] };
  }

  #change(call: string, effect: () => void): Promise<void> {
    this.calls.push(call);
    const fault = this.faults.shift();
    return Promise.resolve().then(() => {
      fault?.meanwhile?.(this);
      if (fault?.before) throw fault.before;
      effect();
      if (fault?.after) throw fault.after;
    });
  }
}

export interface Fault {
  /** What somebody else does just before. */
  readonly meanwhile?: (instance: FakeInstance) => void;
  readonly before?: Error;
  /** The request took effect, and its answer was lost. */
  readonly after?: Error;
}
