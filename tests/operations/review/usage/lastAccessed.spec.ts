// Stubs in the shapes that AWS documents, because no emulator makes a job wait, fail or answer in pages:
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html
import assert from "node:assert/strict";
import {
  GenerateServiceLastAccessedDetailsCommand,
  GetRoleCommand,
  GetServiceLastAccessedDetailsCommand,
  type GetServiceLastAccessedDetailsResponse,
  IAMClient,
  IAMServiceException,
} from "@aws-sdk/client-iam";
import { mockClient } from "aws-sdk-client-mock";
import { roleUsages } from "../../../../operations/review/usage/lastAccessed.ts";

const roleArn = "arn:aws:iam::111122223333:role/shop/dev/shop-dev-orders";
const role = { roleName: "shop-dev-orders", roleArn };
const created = new Date("2025-01-01T00:00:00Z");
const used = new Date("2026-11-20T08:00:00Z");

const job = (changes: Partial<GetServiceLastAccessedDetailsResponse> = {}) => ({
  JobStatus: "COMPLETED" as const,
  JobType: "ACTION_LEVEL" as const,
  JobCreationDate: used,
  JobCompletionDate: used,
  ServicesLastAccessed: [],
  IsTruncated: false,
  ...changes,
});

const s3 = {
  ServiceName: "Amazon S3",
  ServiceNamespace: "s3",
  LastAuthenticated: used,
  LastAuthenticatedEntity: roleArn,
  LastAuthenticatedRegion: "eu-central-1",
  TotalAuthenticatedEntities: 1,
  TrackedActionsLastAccessed: [
    {
      ActionName: "CreateBucket",
      LastAccessedEntity: roleArn,
      LastAccessedTime: used,
      LastAccessedRegion: "eu-central-1",
    },
    { ActionName: "DeleteBucket" },
  ],
};
const sqs = { ServiceName: "Amazon SQS", ServiceNamespace: "sqs", TotalAuthenticatedEntities: 0 };

describe("what a role used", () => {
  const client = new IAMClient({ region: "eu-central-1" });
  const iam = mockClient(client);
  const pauses: number[] = [];
  const ask = () =>
    roleUsages(
      client,
      [role],
      () => undefined,
      (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    );

  beforeEach(() => {
    iam.reset();
    pauses.length = 0;
    iam.on(GenerateServiceLastAccessedDetailsCommand).resolves({ JobId: "job" });
    iam.on(GetRoleCommand).resolves({
      Role: { CreateDate: created, RoleLastUsed: { LastUsedDate: used, Region: "eu-central-1" }, ...named },
    });
  });
  const named = { Path: "/", RoleName: role.roleName, RoleId: "role", Arn: roleArn };

  it("is read from all pages of a report, as soon as it is finished", async () => {
    iam
      .on(GetServiceLastAccessedDetailsCommand)
      .resolvesOnce(job({ JobStatus: "IN_PROGRESS" }))
      .resolvesOnce(job({ JobStatus: "IN_PROGRESS" }))
      .resolvesOnce(job({ ServicesLastAccessed: [s3], IsTruncated: true, Marker: "more" }))
      .resolves(job({ ServicesLastAccessed: [sqs] }));
    assert.deepEqual(await ask(), [
      {
        createdAt: created.toISOString(),
        lastUsed: used.toISOString(),
        services: new Map([
          [
            "s3",
            {
              name: "Amazon S3",
              lastUsed: used.toISOString(),
              tracked: new Map([
                ["createbucket", used.toISOString()],
                ["deletebucket", undefined],
              ]),
            },
          ],
          ["sqs", { name: "Amazon SQS", tracked: new Map() }],
        ]),
      },
    ]);
    assert.deepEqual(
      iam.calls().map(({ args: [{ input }] }) => input),
      [
        { Arn: roleArn, Granularity: "ACTION_LEVEL" },
        { RoleName: role.roleName },
        ...Array.from({ length: 3 }, () => ({ JobId: "job", MaxItems: 1000 })),
        { JobId: "job", MaxItems: 1000, Marker: "more" },
      ],
    );
    assert.deepEqual(pauses, [500, 1000]);
  });

  it("is not known where the job fails, and the error says of which role", async () => {
    const Error = { Code: "ServiceFailure", Message: "try later" };
    iam.on(GetServiceLastAccessedDetailsCommand).resolves(job({ JobStatus: "FAILED", Error }));
    await assert.rejects(ask(), {
      name: "Failure",
      message:
        "AWS could not tell what role shop-dev-orders used (ServiceFailure: try later): run the command again",
    });
  });

  it("is no longer waited for where the job of another role failed, so that the command ends", async () => {
    const other = { roleName: "other", roleArn: `${roleArn}-other` };
    const asked = iam.on(GenerateServiceLastAccessedDetailsCommand, { Arn: other.roleArn });
    asked.resolves({ JobId: "other" });
    const read = (JobId: string) => iam.on(GetServiceLastAccessedDetailsCommand, { JobId });
    read("job").resolves(job({ JobStatus: "FAILED" }));
    read("other").resolves(job({ JobStatus: "IN_PROGRESS" }));
    const signals: (AbortSignal | undefined)[] = [];
    const usages = roleUsages(
      client,
      [other, role],
      () => undefined,
      (_milliseconds, _value, options) => {
        signals.push(options?.signal);
        return new Promise((_resolve, reject) => {
          options?.signal.addEventListener("abort", () => {
            reject(new Error("aborted"));
          });
        });
      },
    );
    await assert.rejects(usages, {
      message: "AWS could not tell what role shop-dev-orders used (it gave no reason): run the command again",
    });
    assert.deepEqual(
      signals.map((signal) => signal?.aborted),
      [true],
    );
  });

  it("is waited for with growing pauses, and for three minutes at most", async () => {
    iam.on(GetServiceLastAccessedDetailsCommand).resolves(job({ JobStatus: "IN_PROGRESS" }));
    await assert.rejects(ask(), {
      name: "Failure",
      message:
        "AWS did not finish its report on role shop-dev-orders: got IN_PROGRESS after 185.5 s, want COMPLETED; run the command again later",
    });
    assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, ...Array.from({ length: 17 }, () => 10_000)]);
  });

  it("is not shown to everyone, and the error says what is missing", async () => {
    iam
      .on(GenerateServiceLastAccessedDetailsCommand)
      .rejects(
        new IAMServiceException({ name: "AccessDenied", message: "no", $fault: "client", $metadata: {} }),
      );
    await assert.rejects(ask(), {
      message:
        "your AWS credentials do not allow asking what role shop-dev-orders used (iam:GenerateServiceLastAccessedDetails): no",
    });
  });
});
