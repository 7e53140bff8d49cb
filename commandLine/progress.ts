import { colors, isTerminal, wantsColors } from "./output/colors.ts";
import { secondsSince, shownSeconds } from "./output/seconds.ts";
import { visibleText } from "./output/visibleText.ts";

/** Steps of long work on stderr: what runs, that it lives, and how long it took. stdout stays for results. */
export class Progress {
  readonly #stream = process.stderr;
  readonly #colors = colors(wantsColors(this.#stream));

  /** Runs one step and shows it with its elapsed time; a step that fails is marked and its error passed on. */
  async step<T>(name: string, work: (report: (detail: string) => void) => Promise<T>): Promise<T> {
    const [title, started] = [visibleText(name), Date.now()];
    let detail = "";
    const timer = this.#showLife(() => `${title} … ${this.#seconds(started)}${detail ? `  ${detail}` : ""}`);
    try {
      const result = await work((text) => {
        detail = visibleText(text);
      });
      this.#finish(
        timer,
        `${this.#colors.green("✓")} ${title}${detail ? this.#colors.dim(`: ${detail}`) : ""} ${this.#colors.dim(this.#seconds(started))}`,
      );
      return result;
    } catch (error) {
      this.#finish(timer, `${this.#colors.red("✗")} ${title} ${this.#colors.dim(this.#seconds(started))}`);
      throw error;
    }
  }

  note(text: string): void {
    this.#stream.write(`  ${this.#colors.dim(visibleText(text))}\n`);
  }

  #seconds(since: number): string {
    return shownSeconds(secondsSince(since));
  }

  /** A terminal gets one line that is rewritten; a log gets a line now and then. */
  #showLife(line: () => string): NodeJS.Timeout {
    const terminal = isTerminal(this.#stream);
    const show = () =>
      this.#stream.write(
        terminal ? `\r\u001b[2K  ${line().slice(0, (this.#stream.columns || 80) - 3)}` : `  ${line()}\n`,
      );
    return setInterval(show, terminal ? 200 : 15_000).unref();
  }

  #finish(timer: NodeJS.Timeout, line: string): void {
    clearInterval(timer);
    this.#stream.write(`${isTerminal(this.#stream) ? "\r\u001b[2K" : ""}${line}\n`);
  }
}
