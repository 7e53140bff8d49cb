// The transport is stubbed with answers in the shape that AWS documents, so that everything above it is the real one:
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { clientsIn } from "../../../../operations/clients";
import { roleUsages } from "../../../../operations/review/usage/lastAccessed";

const answers: Readonly<Record<string, (parameters: URLSearchParams) => string>> = {
  GenerateServiceLastAccessedDetails: (asked) => `<JobId>${asked.get("Arn") ?? ""}</JobId>`,
  GetServiceLastAccessedDetails: () =>
    "<JobStatus>COMPLETED</JobStatus><IsTruncated>false</IsTruncated><ServicesLastAccessed><member>" +
    "<ServiceName>Amazon S3</ServiceName><ServiceNamespace>s3</ServiceNamespace>" +
    "<TotalAuthenticatedEntities>0</TotalAuthenticatedEntities></member></ServicesLastAccessed>",
  GetRole: () => "<Role><CreateDate>2025-01-01T00:00:00Z</CreateDate></Role>",
};

/** Answers each request some turns later, and keeps the requests and the most that were in flight. */
class Transport {
  readonly requests: string[] = [];
  mostInFlight = 0;
  #inFlight = 0;

  async handle({ body }: { readonly body: string }) {
    this.requests.push(body);
    this.mostInFlight = Math.max(this.mostInFlight, ++this.#inFlight);
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    this.#inFlight--;
    const asked = new URLSearchParams(body);
    const action = asked.get("Action") ?? "";
    const result = `<${action}Result>${answers[action]?.(asked) ?? ""}</${action}Result>`;
    const text = `<${action}Response>${result}</${action}Response>`;
    return { response: { statusCode: 200, headers: {}, body: Readable.from([Buffer.from(text)]) } };
  }
}

describe("what 200 roles used", () => {
  it("is asked with at most 8 requests in flight, and nothing twice", async () => {
    const transport = new Transport();
    const clients = clientsIn("eu-central-1");
    clients.iam.config.requestHandler = transport as never;
    clients.iam.config.credentials = () => Promise.resolve({ accessKeyId: "id", secretAccessKey: "none" });
    const roles = Array.from({ length: 200 }, (_, index) => ({
      roleName: `role-${index}`,
      roleArn: `arn:aws:iam::111122223333:role/role-${index}`,
    }));
    const reports: string[] = [];
    const usages = await roleUsages(clients.iam, roles, (detail) => reports.push(detail));
    assert.deepEqual(
      usages,
      roles.map(() => ({
        createdAt: "2025-01-01T00:00:00.000Z",
        services: new Map([["s3", { name: "Amazon S3", tracked: new Map() }]]),
      })),
    );
    assert.deepEqual(
      {
        mostInFlight: transport.mostInFlight,
        requests: transport.requests.length,
        different: new Set(transport.requests).size,
        counted: clients.requests(),
        lastReport: reports.at(-1),
      },
      { mostInFlight: 8, requests: 600, different: 600, counted: 600, lastReport: "200 of 200 roles" },
    );
  });
});
