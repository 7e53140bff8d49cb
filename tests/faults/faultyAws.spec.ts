import assert from "node:assert/strict";
import { connect, createServer, type AddressInfo, type Server } from "node:net";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { DescribeInstancesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { faultyAws, type FaultyAws } from "./faultyAws.ts";
import type { Fault } from "./rules.ts";

const ANSWER_BODY =
  '<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><reservationSet/></DescribeInstancesResponse>';
const ANSWER = [
  "HTTP/1.1 200 OK",
  "X-Odd-CASE: one",
  "x-odd-case: two",
  "content-type: text/xml;charset=UTF-8",
  `content-length: ${ANSWER_BODY.length}`,
  "",
  ANSWER_BODY,
].join("\r\n");

describe("an AWS endpoint with faults", () => {
  const received: string[] = [];
  let upstream: Server;
  let faulty: FaultyAws;
  let client: EC2Client;
  let pass: (milliseconds: number) => Promise<void>;
  const settings = () => ({
    endpoint: faulty.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });

  before(async () => {
    upstream = createServer((socket) => {
      let request = "";
      socket.setEncoding("latin1").on("data", (chunk: string) => {
        request += chunk;
        const [head = "", body] = request.split("\r\n\r\n");
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (body === undefined || body.length < length) return;
        received.push(request);
        request = "";
        socket.write(ANSWER);
      });
      socket.on("error", () => undefined);
    });
    await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
    const { port } = upstream.address() as AddressInfo;
    faulty = await faultyAws(`http://127.0.0.1:${port}`, 1, (milliseconds) => pass(milliseconds));
    client = new EC2Client(settings());
  });
  beforeEach(() => {
    received.length = 0;
    faulty.impose([]);
  });
  after(async () => {
    client.destroy();
    await faulty.close();
    upstream.close();
  });

  const strike = (fault: Fault) => {
    faulty.impose([{ when: { first: 1 }, fault }]);
  };

  it("passes requests and answers on byte for byte, with the Host header that was signed", async () => {
    const { host } = new URL(faulty.endpoint);
    const body = "Action=DescribeInstances&Version=2016-11-15&Odd=%7E+%C3%A4";
    const request = [
      "POST /?a=%2F%20b HTTP/1.1",
      `hOST: ${host}`,
      "X-Twice: 1",
      "x-twice: 2",
      "authorization: AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/ec2/aws4_request, Signature=0",
      "content-type: application/x-www-form-urlencoded",
      `content-length: ${body.length}`,
      "connection: close",
      "",
      body,
    ].join("\r\n");
    const answer = await exchange(host, request);
    assert.deepEqual(received, [request]);
    assert.equal(answer.replace(/^Date: .*\r\n|^Connection: .*\r\n/gm, ""), ANSWER);
    assert.deepEqual(faulty.served, [{ service: "ec2", action: "DescribeInstances", fault: undefined }]);
  });

  const unknownProfile: Fault = {
    kind: "error",
    status: 400,
    code: "InvalidParameterValue",
    message:
      "Value (<a&b>) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
  };
  const throttled: Fault = { kind: "error", status: 503, code: "Throttling", message: "Rate exceeded" };
  const services = [
    ["EC2", "DescribeInstances", unknownProfile, () => client.send(new DescribeInstancesCommand({}))],
    [
      "IAM",
      "GetRole",
      throttled,
      () => new IAMClient(settings()).send(new GetRoleCommand({ RoleName: "a" })),
    ],
    [
      "DynamoDB",
      "ListTables",
      throttled,
      () => new DynamoDBClient(settings()).send(new ListTablesCommand({})),
    ],
  ] as const;
  for (const [service, action, fault, call] of services) {
    it(`answers with an error that the client of ${service} understands`, async () => {
      strike(fault);
      await assert.rejects(call, (error: Error & { $metadata?: { httpStatusCode?: number } }) => {
        assert.deepEqual(
          [error.name, error.message, error.$metadata?.httpStatusCode],
          [fault.code, fault.message, fault.status],
        );
        return true;
      });
      assert.deepEqual([received, faulty.served], [[], [{ service: service.toLowerCase(), action, fault }]]);
    });
  }

  const lost = [
    ["ends the connection before the request arrives", { kind: "dropped before" }, 0],
    ["ends the connection after the request arrived", { kind: "dropped after" }, 1],
    ["ends the connection in the middle of the answer", { kind: "cut" }, 1],
  ] as const;
  for (const [title, fault, arrived] of lost) {
    it(title, async () => {
      strike(fault);
      await assert.rejects(client.send(new DescribeInstancesCommand({})), { code: "ECONNRESET" });
      assert.equal(received.length, arrived);
      await client.send(new DescribeInstancesCommand({}));
    });
  }

  it("delays an answer", async () => {
    strike({ kind: "slow", milliseconds: 200 });
    const events: string[] = [];
    pass = (milliseconds) => {
      events.push(`${received.length} arrived, ${milliseconds} ms pass`);
      return Promise.resolve();
    };
    await client.send(new DescribeInstancesCommand({}));
    assert.deepEqual(events, ["1 arrived, 200 ms pass"]);
  });

  it("gives no answer while its time has not passed", async () => {
    strike({ kind: "slow", milliseconds: 200 });
    const events: string[] = [];
    pass = async () => {
      await new Promise(setImmediate);
      events.push("passed");
    };
    await client.send(new DescribeInstancesCommand({})).then(() => events.push("answered"));
    assert.deepEqual(events, ["passed", "answered"]);
  });
});

/** Sends text to a server and returns all that it answers until it ends the connection. */
async function exchange(host: string, request: string): Promise<string> {
  const { hostname, port } = new URL(`http://${host}`);
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  socket.write(request);
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}
