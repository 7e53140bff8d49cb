import { spawn } from "node:child_process";
import * as path from "node:path";
import { text } from "node:stream/consumers";
import type { Credentials } from "../../../sandbox/emulator/root.ts";
import type { Call } from "../../components/access/wordCalls.ts";

export interface SentCall {
  readonly credentials: Credentials;
  readonly call: Call;
}

/** What AWS answered: the code of its error, none on a success, and what it said. */
export interface Answer {
  readonly code: string;
  readonly message: string;
  /** What a call gave that succeeded. */
  readonly result?: unknown;
}

/**
 * Makes calls one after the other by botocore, of which the embedded AWS has a copy: the SDK for JavaScript has one
 * package for each service, and this project depends on few.
 *
 * @throws where a call is not one that the SDK knows, or its parameters are not
 */
export async function answersTo(
  python: string,
  endpoint: string,
  region: string,
  sent: readonly SentCall[],
): Promise<Answer[]> {
  const child = spawn(python, [path.join(import.meta.dirname, "sdk_calls.py")], {
    stdio: ["pipe", "pipe", "pipe"],
    // Nothing of the user's AWS configuration speaks along, and no proxy comes between.
    env: { PATH: process.env.PATH, AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" },
  });
  const calls = sent.map(({ credentials, call: [client, operation, parameters = {}] }) => ({
    ...{ credentials, client, operation, parameters },
  }));
  child.stdin.end(JSON.stringify({ endpoint, region, calls }));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (stdout === "") throw new Error(`the SDK made no calls:\n${stderr}`);
  return JSON.parse(stdout) as Answer[];
}

/** The codes by which AWS says that somebody may not do what they ask for. */
const refusal =
  /^(?:AccessDenied(?:Exception)?|AuthorizationError|UnauthorizedOperation|ForbiddenException)$/;

export const isRefusal = ({ code }: Answer) => refusal.test(code);

/** The action that a refusal names. Some services name none. */
export const refusedAction = ({ message }: Answer) => / to perform: ([\w-]+:\w+)/.exec(message)?.[1];
