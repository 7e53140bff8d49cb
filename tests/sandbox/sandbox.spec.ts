import assert from "node:assert/strict";
import { namedEndpoint } from "../../sandbox/sandbox.ts";

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
});
