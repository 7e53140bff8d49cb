import * as http from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { awsRequest, type AwsRequest } from "./awsRequest.ts";
import { errorAnswer } from "./errorAnswer.ts";
import { faultsOf, type Fault, type Rule } from "./rules.ts";

/** A request and what became of it. */
export interface Served extends AwsRequest {
  /** Undefined for a request that was answered as AWS answered it. */
  readonly fault: Fault | undefined;
}

/** An AWS endpoint with faults, on loopback, in front of one without. */
export interface FaultyAws {
  readonly endpoint: string;
  /** Every request since the rules were imposed, in the order in which they came. */
  readonly served: readonly Served[];
  /** Forgets the rules and the requests so far. */
  impose(rules: readonly Rule[]): void;
  /** Ends every connection. */
  close(): Promise<void>;
}

type Wait = (milliseconds: number, value: undefined, options: { signal: AbortSignal }) => Promise<void>;

/**
 * Starts without a rule. Requests and answers go through byte for byte, also the Host header, which the signature covers.
 *
 * @param seed of the rules that strike at a rate
 * @param wait lets the time of a slow answer pass
 */
export async function faultyAws(upstream: string, seed: number, wait: Wait = setTimeout): Promise<FaultyAws> {
  const served: Served[] = [];
  const closing = new AbortController();
  let faultOf = faultsOf([], seed);
  const server = http.createServer((request, response) => {
    serve(request, response).catch(() => {
      response.destroy();
    });
  });

  const serve = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const body = await buffer(request);
    const asked = awsRequest(request.url ?? "", request.headers, body);
    const fault = faultOf(asked);
    served.push({ ...asked, fault });
    if (fault?.kind === "dropped before") return void response.destroy();
    if (fault?.kind === "error") {
      const error = errorAnswer(asked.service, request.headers, fault);
      return void response.writeHead(fault.status, { "content-type": error.contentType }).end(error.body);
    }
    const answer = await forward(upstream, request, body);
    if (fault?.kind === "dropped after") return void response.destroy();
    if (fault?.kind === "slow") await wait(fault.milliseconds, undefined, { signal: closing.signal });
    response.writeHead(answer.status, answer.headers);
    if (fault?.kind !== "cut") return void response.end(answer.body);
    response.write(answer.body.subarray(0, answer.body.length / 2), () => {
      response.destroy();
    });
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served,
    impose: (rules) => {
      served.length = 0;
      faultOf = faultsOf(rules, seed);
    },
    close: async () => {
      closing.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Answer {
  readonly status: number;
  /** Names and values by turns, as they were sent. */
  readonly headers: string[];
  readonly body: Buffer;
}

/** A connection of its own for each request, so that none fails because an idle one was closed. */
function forward(upstream: string, request: http.IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(upstream);
    const { method, url: path, rawHeaders: headers } = request;
    http
      .request({ hostname, port, method, path, headers, agent: false }, (answer) => {
        buffer(answer).then((received) => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.rawHeaders, body: received });
        }, reject);
      })
      .once("error", reject)
      .end(body);
  });
}
