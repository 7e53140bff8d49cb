import type { IncomingHttpHeaders } from "node:http";
import type { Fault } from "./rules.ts";

type ErrorFault = Extract<Fault, { kind: "error" }>;

export interface ErrorAnswer {
  readonly contentType: string;
  readonly body: string;
}

const REQUEST_ID = "00000000-0000-4000-8000-000000000000";

/**
 * An error in the form of the service that was asked.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html for EC2
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html for IAM, STS and others
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html for DynamoDB, SSM and others
 */
export function errorAnswer(service: string, headers: IncomingHttpHeaders, fault: ErrorFault): ErrorAnswer {
  const { code, message, status } = fault;
  const contentType = headers["content-type"];
  if (headers["x-amz-target"] !== undefined)
    return {
      contentType: contentType ?? "application/x-amz-json-1.1",
      body: JSON.stringify({ __type: code, message }),
    };
  const error = `<Code>${escaped(code)}</Code><Message>${escaped(message)}</Message>`;
  const body =
    service === "ec2"
      ? `<Response><Errors><Error>${error}</Error></Errors><RequestID>${REQUEST_ID}</RequestID></Response>`
      : `<ErrorResponse><Error><Type>${status < 500 ? "Sender" : "Receiver"}</Type>${error}</Error>` +
        `<RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`;
  return { contentType: "text/xml;charset=UTF-8", body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
