import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { Failure } from "../../commandLine/failure.ts";
import { isLoopback } from "../../commandLine/loopback.ts";
import { emulatorRoot } from "./root.ts";

const variable = "SANDBOX_AWS_ENDPOINT";

/** Seconds after which an endpoint that has taken a request and not answered it counts as silent. */
const patience = 10;

/** An embedded AWS of the user's own. Anything but loopback is refused: a sandbox must not reach a real account. */
export function namedEndpoint(environment: NodeJS.ProcessEnv): string | undefined {
  const endpoint = environment[variable];
  if (!endpoint) return undefined;
  if (!isLoopback(endpoint)) {
    throw new Failure(
      `${variable} is "${endpoint}": the sandbox speaks to loopback only, so name a URL like http://127.0.0.1:4566`,
    );
  }
  return endpoint.replace(/\/$/, "");
}

/**
 * Asks an endpoint the first question that every AWS client asks: who am I?
 *
 * @throws Failure where nobody answers it as AWS does
 */
export async function requireAws(endpoint: string, patienceSeconds = patience): Promise<void> {
  const problem = await problemOf(endpoint, patienceSeconds);
  if (problem !== undefined)
    throw new Failure(
      `${variable} is "${endpoint}": ${problem}; start an embedded AWS there, or unset ${variable} to use the sandbox's own`,
    );
}

async function problemOf(endpoint: string, patienceSeconds: number): Promise<string | undefined> {
  const sts = new STSClient({ endpoint, region: "us-east-1", credentials: emulatorRoot, maxAttempts: 1 });
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<string>((resolve) => {
    const silent = `it did not answer sts:GetCallerIdentity in ${patienceSeconds} s`;
    timer = setTimeout(() => {
      resolve(silent);
    }, patienceSeconds * 1000);
  });
  try {
    return await Promise.race([answerOf(sts), silence]);
  } finally {
    clearTimeout(timer);
    sts.destroy();
  }
}

async function answerOf(sts: STSClient): Promise<string | undefined> {
  const question = "sts:GetCallerIdentity";
  try {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}));
    return Account === undefined ? `it answers ${question} with no account, so it is no AWS` : undefined;
  } catch (error) {
    const { code, message, name } = error as NodeJS.ErrnoException;
    if (code === "ECONNREFUSED") return "nothing listens there";
    const [firstLine = ""] = message.trim().split("\n");
    return `it does not answer ${question} as AWS does (${code ?? name}: ${firstLine.slice(0, 120)})`;
  }
}
