import assert from "node:assert/strict";
import { once } from "node:events";
import * as http from "node:http";
import { text } from "node:stream/consumers";
import { startRefusingProxy, type RefusingProxy } from "../../../sandbox/asInstance/refusingProxy.ts";

describe("the proxy of an instance", () => {
  let proxy: RefusingProxy;

  before(async () => {
    proxy = await startRefusingProxy();
  });
  after(() => {
    proxy.close();
  });

  /** The status that a request through the proxy gets, and what the other side says. */
  async function ask(options: http.RequestOptions): Promise<unknown[]> {
    const request = http.request(proxy.url, options).end();
    const [response] = (await Promise.race([once(request, "response"), once(request, "connect")])) as [
      http.IncomingMessage,
    ];
    return [response.statusCode, options.method === "CONNECT" ? "" : await text(response)];
  }

  it("lets nothing through, and counts for which host", async () => {
    const refusal = "the sandbox reaches nothing outside of it\n";
    const answers = [
      await ask({ method: "CONNECT", path: "sqs.eu-central-1.amazonaws.com:443" }),
      await ask({ method: "CONNECT", path: "[2001:db8::1]:443" }),
      await ask({ method: "CONNECT", path: "sqs.eu-central-1.amazonaws.com:443" }),
      await ask({ path: "http://169.254.169.254/latest/meta-data/" }),
      await ask({ method: "POST", path: "http://example.com:8080/" }),
    ];
    assert.deepEqual(
      [answers, [...proxy.refused]],
      [
        [
          [403, ""],
          [403, ""],
          [403, ""],
          [403, refusal],
          [403, refusal],
        ],
        [
          ["sqs.eu-central-1.amazonaws.com", 2],
          ["[2001:db8::1]", 1],
          ["169.254.169.254", 1],
          ["example.com", 1],
        ],
      ],
    );
  });
});
