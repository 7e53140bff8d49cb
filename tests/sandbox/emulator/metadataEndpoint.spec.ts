import assert from "node:assert/strict";
import { once } from "node:events";
import * as http from "node:http";
import type { AddressInfo } from "node:net";
import { metadataOf } from "../../../sandbox/emulator/metadataEndpoint.ts";

const json = "application/json";
const instance = {
  instanceId: "i-1",
  account: "000000000000",
  region: "eu-central-1",
  started: false,
  endpoint: "http://127.0.0.1:2",
};
const tooOld = (emulator: string) =>
  `the embedded AWS at ${emulator} was started by an earlier version of this project: run "npx instance-profiles sandbox down", and start it anew`;

describe("where the metadata service of an instance is", () => {
  let server: http.Server;
  let emulator: string;
  let asked: string;
  let answer: { readonly status: number; readonly type: string; readonly text: string };

  before(async () => {
    server = http.createServer((request, response) => {
      asked = `${request.method} ${request.url}`;
      response.writeHead(answer.status, { "Content-Type": answer.type }).end(answer.text);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    emulator = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  for (const { of, options, asks } of [
    { of: { instance: "i-1" }, options: {}, asks: "instance=i-1" },
    { of: { template: "lt-1" }, options: { rotate: 0 }, asks: "template=lt-1&rotate=0" },
  ])
    it(`is what the embedded AWS says to ${asks}`, async () => {
      answer = { status: 200, type: json, text: JSON.stringify(instance) };
      assert.deepEqual(
        [await metadataOf(emulator, of, options), asked],
        [instance, `POST /_sandbox/metadata?${asks}`],
      );
    });

  for (const { name, got, says } of [
    {
      name: "an instance that is not there",
      got: { status: 404, type: "text/plain", text: "it was deleted" },
      says: () => `the embedded AWS at ${emulator} has no i-1: it was deleted`,
    },
    {
      name: "an embedded AWS that refuses what it does not know",
      got: { status: 404, type: "application/xml", text: "<Error/>" },
      says: () => tooOld(emulator),
    },
    {
      name: "an embedded AWS that answers what it does not know",
      got: { status: 200, type: "application/xml", text: "<Result/>" },
      says: () => tooOld(emulator),
    },
  ])
    it(`is nowhere, in a sentence, for ${name}`, async () => {
      answer = got;
      await assert.rejects(metadataOf(emulator, { instance: "i-1" }), { name: "Failure", message: says() });
    });
});
