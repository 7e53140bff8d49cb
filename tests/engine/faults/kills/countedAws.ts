import * as http from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A moment in the life of a request: AWS has not seen it, or it took effect and nobody knows, or its sender knows. */
export type Moment = "before the request" | "before the answer" | "after the answer";

/** Something that happens once, while a request waits for it. */
export interface Incident {
  /** The how many-th request it falls on, from 1. */
  readonly request: number;
  readonly moment: Moment;
  readonly act: () => Promise<void>;
}

/** An endpoint on loopback that counts what it passes on to AWS. */
export interface CountedAws {
  readonly endpoint: string;
  /** The requests since the last {@link expect}. */
  readonly requests: number;
  /** Counts anew. */
  expect(incident: Incident): void;
  close(): Promise<void>;
}

/** @param upstream tells where AWS is now: it may be somewhere else after a restart, or nowhere */
export async function countedAws(upstream: () => string): Promise<CountedAws> {
  let requests = 0;
  let incident: Incident | undefined;
  const server = http.createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });

  const serve = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const body = await buffer(request);
    const own = ++requests === incident?.request ? incident : undefined;
    const at = async (moment: Moment) => {
      if (own?.moment === moment) await own.act();
    };
    await at("before the request");
    const answer = await forward(upstream(), request, body);
    await at("before the answer");
    response.writeHead(answer.status, answer.headers);
    await new Promise<void>((resolve) => response.end(answer.body, resolve));
    await at("after the answer");
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    expect: (next) => {
      requests = 0;
      incident = next;
    },
    close: async () => {
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
