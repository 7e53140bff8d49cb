import assert from "node:assert/strict";
import { errorAnswer } from "./errorAnswer.ts";

const fault = { kind: "error", status: 400, code: "Throttling", message: "<a> & <b>" } as const;
const id = "00000000-0000-4000-8000-000000000000";
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const error = "<Code>Throttling</Code><Message>&lt;a&gt; &amp; &lt;b&gt;</Message>";

describe("an error in the form of a service", () => {
  const contentType = "text/xml;charset=UTF-8";

  it("is a list of errors in EC2", () => {
    assert.deepEqual(errorAnswer("ec2", {}, fault), {
      contentType,
      body: `${declaration}<Response><Errors><Error>${error}</Error></Errors><RequestID>${id}</RequestID></Response>`,
    });
  });

  for (const [status, type] of [
    [400, "Sender"],
    [503, "Receiver"],
  ] as const) {
    it(`is one error of the ${type} in IAM where the status is ${status}`, () => {
      assert.deepEqual(errorAnswer("iam", {}, { ...fault, status }), {
        contentType,
        body: `${declaration}<ErrorResponse><Error><Type>${type}</Type>${error}</Error><RequestId>${id}</RequestId></ErrorResponse>`,
      });
    });
  }

  it("is JSON in DynamoDB", () => {
    const headers = {
      "x-amz-target": "DynamoDB_20120810.ListTables",
      "content-type": "application/x-amz-json-1.0",
    };
    assert.deepEqual(errorAnswer("dynamodb", headers, fault), {
      contentType: "application/x-amz-json-1.0",
      body: '{"__type":"Throttling","message":"<a> & <b>"}',
    });
  });
});
