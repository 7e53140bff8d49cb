/** What was made last, by its text: rules ask for the same few templates one after the other. */
export class Remembered<Made> {
  readonly #made = new Map<string, Made>();

  get(text: string, make: () => Made): Made {
    const known = this.#made.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (this.#made.size >= mostRemembered) this.#made.clear();
    this.#made.set(text, made);
    return made;
  }
}

const mostRemembered = 16;
