import assert from "node:assert/strict";
import * as http from "node:http";
import * as net from "node:net";
import { namedEndpoint, requireAws } from "../../../sandbox/emulator/namedEndpoint.ts";

const taken = [
  ["http://127.0.0.1:4566", "http://127.0.0.1:4566"],
  ["http://127.1.2.3:4566/", "http://127.1.2.3:4566"],
  ["http://localhost:4566", "http://localhost:4566"],
  ["https://localhost", "https://localhost"],
  ["http://[::1]:4566", "http://[::1]:4566"],
  ["", undefined],
  [undefined, undefined],
] as const;

const refused = [
  "https://iam.amazonaws.com",
  "http://127.0.0.1.example.com",
  "http://localhost.example.com:4566",
  "http://127.0.0.1@example.com",
  "http://10.0.0.1:4566",
  "http://0.0.0.0:4566",
  "http://[::2]",
  "localhost:4566",
  "127.0.0.1:4566",
  "file://localhost/etc",
  "loopback",
];

describe("an AWS endpoint of the user's own", () => {
  for (const [endpoint, used] of taken) {
    it(`takes ${endpoint === undefined ? "none" : `"${endpoint}"`}`, () => {
      assert.equal(namedEndpoint({ SANDBOX_AWS_ENDPOINT: endpoint }), used);
    });
  }

  for (const endpoint of refused) {
    it(`refuses "${endpoint}"`, () => {
      assert.throws(() => namedEndpoint({ SANDBOX_AWS_ENDPOINT: endpoint }), {
        name: "Failure",
        message: `SANDBOX_AWS_ENDPOINT is "${endpoint}": the sandbox speaks to loopback only, so name a URL like http://127.0.0.1:4566`,
      });
    });
  }

  const answering = (status: number, type: string, body: string) =>
    http.createServer((_, response) => response.writeHead(status, { "content-type": type }).end(body));
  const identity = (account: string) =>
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${account}</GetCallerIdentityResult></GetCallerIdentityResponse>`;
  const invalid =
    "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The token is invalid.</Message></Error></ErrorResponse>";
  const notAsAws = "it does not answer sts:GetCallerIdentity as AWS does";
  const silent = "it did not answer sts:GetCallerIdentity in 1 s";
  const noAccount = "it answers sts:GetCallerIdentity with no account, so it is no AWS";

  const refusals: readonly { name: string; server: () => net.Server; problem: string }[] = [
    { name: "takes requests and never answers", server: () => net.createServer(), problem: silent },
    {
      name: "never ends its answer",
      server: () => http.createServer((_, response) => void response.writeHead(200).write("<")),
      problem: silent,
    },
    {
      name: "hangs up",
      server: () => net.createServer((socket) => socket.destroy()),
      problem: `${notAsAws} (ECONNRESET: `,
    },
    {
      name: "does not speak HTTP",
      server: () => net.createServer((socket) => socket.end("220 ready\r\n")),
      problem: `${notAsAws} (HPE_INVALID_CONSTANT: `,
    },
    {
      name: "has a page for everything",
      server: () => answering(200, "text/html", "<html><body>It works!</body></html>"),
      problem: noAccount,
    },
    { name: "has nothing to say", server: () => answering(200, "text/plain", ""), problem: noAccount },
    {
      name: "has no such page",
      server: () => answering(404, "text/html", "<html><body>none</body></html>"),
      problem: `${notAsAws} (`,
    },
    {
      name: "answers in JSON",
      server: () => answering(200, "application/json", "{}"),
      problem: `${notAsAws} (`,
    },
    {
      name: "knows other root credentials",
      server: () => answering(403, "text/xml", invalid),
      problem: `${notAsAws} (InvalidClientTokenId: The token is invalid.); `,
    },
  ];

  const servers: net.Server[] = [];
  const endpointOf = async (server: net.Server) => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
  };
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  const problemOf = async (endpoint: string) => {
    const error: unknown = await requireAws(endpoint, 1).catch((reason: unknown) => reason);
    const { name, message } = error as Error;
    const end = "; start an embedded AWS there, or unset SANDBOX_AWS_ENDPOINT to use the sandbox's own";
    const start = `SANDBOX_AWS_ENDPOINT is "${endpoint}": `;
    assert.deepEqual(
      [name, message.split("\n").length, message.startsWith(start), message.endsWith(end)],
      ["Failure", 1, true, true],
      message,
    );
    return message.slice(start.length);
  };

  for (const { name, server, problem } of refusals)
    it(`is refused in one sentence where it ${name}`, async () => {
      const said = await problemOf(await endpointOf(server()));
      assert.ok(said.startsWith(problem), said);
    });

  it("is refused in one sentence where nobody listens", async () => {
    const server = net.createServer();
    const endpoint = await endpointOf(server);
    await new Promise((resolve) => server.close(resolve));
    const said = await problemOf(endpoint);
    assert.ok(said.startsWith("nothing listens there; "), said);
  });

  it("is taken where it says who the caller is", async () => {
    const server = answering(200, "text/xml", identity("<Account>000000000000</Account>"));
    await requireAws(await endpointOf(server), 1);
  });
});
