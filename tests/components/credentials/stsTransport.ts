// Answers come in the shape that AWS documents, so that everything above the transport is the real one:
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
import { Readable } from "node:stream";

interface Request {
  readonly hostname: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A refusal of AWS: its code and what it says. */
export type Refusal = readonly [code: string, message: string];

/** STS gives each role credentials whose key is named like the role; every other service gives an empty answer. */
export class StsTransport {
  /** Each request: who signed it, where it went, and what it asked, without the version of the API. */
  readonly requests: { signer: string; host: string; asked: Record<string, string> }[] = [];

  private readonly refusals: Readonly<Record<string, Refusal>>;
  private readonly secondsLeft;

  constructor(refusals: Readonly<Record<string, Refusal>> = {}, secondsLeft = 3600) {
    this.refusals = refusals;
    this.secondsLeft = secondsLeft;
  }

  handle({ hostname: host, body, headers }: Request) {
    const parameters = [...new URLSearchParams(body)].filter(([name]) => name !== "Version");
    const asked: Record<string, string> = Object.fromEntries(parameters);
    const signer = /Credential=([^/]+)/.exec(headers["authorization"] ?? "")?.[1] ?? "nobody";
    this.requests.push({ signer, host, asked });
    const name = asked["RoleArn"]?.split("/").pop() ?? "";
    const [code, message] = this.refusals[name] ?? [];
    const text =
      code !== undefined && asked["Action"] === "AssumeRole"
        ? `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`
        : this.#answer(asked["Action"] ?? "", name);
    const statusCode = code === undefined ? 200 : 403;
    const response = { statusCode, headers: {}, body: Readable.from([Buffer.from(text)]) };
    return Promise.resolve({ response });
  }

  #answer(action: string, name: string): string {
    const end = new Date(Date.now() + this.secondsLeft * 1000).toISOString();
    const credentials =
      `<Credentials><AccessKeyId>${name}</AccessKeyId><SecretAccessKey>none</SecretAccessKey>` +
      `<SessionToken>of ${name}</SessionToken><Expiration>${end}</Expiration></Credentials>`;
    return `<${action}Response><${action}Result>${credentials}</${action}Result></${action}Response>`;
  }
}
