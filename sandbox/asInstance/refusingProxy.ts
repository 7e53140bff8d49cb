import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy on loopback that lets nothing through. */
export interface RefusingProxy {
  readonly url: string;
  /** How often each host was asked for, in the order of the first time. */
  readonly refused: ReadonlyMap<string, number>;
  readonly close: () => void;
}

/** Such as `sqs.eu-central-1.amazonaws.com` of `sqs.eu-central-1.amazonaws.com:443` or of a whole URL. */
function hostOf(target: string): string {
  const url = target.includes("://") ? target : `https://${target}`;
  return URL.canParse(url) ? new URL(url).hostname : target;
}

/** Starts a proxy that refuses each request and notes where it was meant to go. */
export async function startRefusingProxy(): Promise<RefusingProxy> {
  const refused = new Map<string, number>();
  const note = (target = "") => {
    const host = hostOf(target);
    refused.set(host, (refused.get(host) ?? 0) + 1);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(403).end("the sandbox reaches nothing outside of it\n");
  });
  server.on("connect", (request, socket) => {
    note(request.url);
    // Who asked may be gone already.
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  });
  const { port } = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    refused,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listening(server: Server): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      resolve(server.address() as AddressInfo);
    });
  });
}
