// Answers come in the shape that AWS documents for its query protocol, so that everything above the transport is the real one.
import { Readable } from "node:stream";
import type { Clients } from "../../operations/clients.ts";

/** The result of each action, as XML, from the parameters of the request. */
export type Answers = Readonly<Record<string, (parameters: URLSearchParams) => string>>;

/** Answers each request some turns later, and keeps the requests and the most that were in flight. */
export class StubbedTransport {
  readonly requests: string[] = [];
  mostInFlight = 0;
  #inFlight = 0;

  private readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = answers;
  }

  /** Puts itself under clients, which then need neither a network nor credentials. */
  carry(clients: Clients): Clients {
    for (const { config } of [clients.iam, clients.ec2, clients.sts]) {
      config.requestHandler = this as never;
      config.credentials = () => Promise.resolve({ accessKeyId: "id", secretAccessKey: "none" });
    }
    return clients;
  }

  async handle({ body }: { readonly body: string }) {
    this.requests.push(body);
    this.mostInFlight = Math.max(this.mostInFlight, ++this.#inFlight);
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    this.#inFlight--;
    const asked = new URLSearchParams(body);
    const action = asked.get("Action") ?? "";
    const result = `<${action}Result>${this.answers[action]?.(asked) ?? ""}</${action}Result>`;
    const text = `<${action}Response>${result}</${action}Response>`;
    return { response: { statusCode: 200, headers: {}, body: Readable.from([Buffer.from(text)]) } };
  }
}
