/** Time as this code needs it, so that tests need none. */
export interface Clock {
  /** In milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** The pause before another look: it doubles up to a limit, and at least half of it is waited. */
export function pauseBefore(attempt: number, random: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + random / 2);
}

/** Waits with growing pauses, until a time is over that starts with the first pause. */
export class Patience {
  #until: number | undefined;
  #attempt = 0;

  readonly seconds: number;
  private readonly clock: Clock;

  constructor(seconds: number, clock: Clock) {
    this.seconds = seconds;
    this.clock = clock;
  }

  /** Waits once. False where the time is over. */
  async wait(): Promise<boolean> {
    this.#until ??= this.clock.now() + this.seconds * 1000;
    if (this.clock.now() >= this.#until) return false;
    await this.clock.sleep(pauseBefore(this.#attempt++, this.clock.random()));
    return true;
  }
}
