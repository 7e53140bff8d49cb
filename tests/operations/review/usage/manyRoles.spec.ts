// The transport is stubbed with answers in the shape that AWS documents, so that everything above it is the real one:
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html
import assert from "node:assert/strict";
import { clientsIn } from "../../../../operations/clients.ts";
import { roleUsages } from "../../../../operations/review/usage/lastAccessed.ts";
import { type Answers, StubbedTransport } from "../../stubbedTransport.ts";

const answers: Answers = {
  GenerateServiceLastAccessedDetails: (asked) => `<JobId>${asked.get("Arn") ?? ""}</JobId>`,
  GetServiceLastAccessedDetails: () =>
    "<JobStatus>COMPLETED</JobStatus><IsTruncated>false</IsTruncated><ServicesLastAccessed><member>" +
    "<ServiceName>Amazon S3</ServiceName><ServiceNamespace>s3</ServiceNamespace>" +
    "<TotalAuthenticatedEntities>0</TotalAuthenticatedEntities></member></ServicesLastAccessed>",
  GetRole: () => "<Role><CreateDate>2025-01-01T00:00:00Z</CreateDate></Role>",
};

describe("what 200 roles used", () => {
  it("is asked with at most 8 requests in flight, and nothing twice", async () => {
    const transport = new StubbedTransport(answers);
    const clients = transport.carry(clientsIn("eu-central-1"));
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
