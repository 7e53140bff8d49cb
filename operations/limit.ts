/** Runs work at most so many at a time, in the order of asking. */
export class Limit {
  /** How much work was started until now. */
  started = 0;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  private readonly atOnce: number;

  constructor(atOnce: number) {
    this.atOnce = atOnce;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    this.started++;
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place, so that nobody who comes now gets ahead of them.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
