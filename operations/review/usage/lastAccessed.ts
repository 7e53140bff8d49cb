import { setTimeout } from "node:timers/promises";
import {
  GenerateServiceLastAccessedDetailsCommand,
  GetRoleCommand,
  GetServiceLastAccessedDetailsCommand,
  type GetServiceLastAccessedDetailsResponse,
  type IAMClient,
  type ServiceLastAccessed,
} from "@aws-sdk/client-iam";
import { Failure } from "../../../commandLine/failure.ts";
import { fromAws } from "../../awsErrors.ts";
import type { WorkloadOutputs } from "../../deployedStack.ts";
import type { RoleUsage, ServiceUsage } from "./usage.ts";

/** A role as its stack exports it. */
export type Role = Pick<WorkloadOutputs, "roleName" | "roleArn">;

/** Waits; tests inject one that only counts. */
export type Pause = (
  milliseconds: number,
  value?: undefined,
  options?: { signal: AbortSignal },
) => Promise<unknown>;

/** Milliseconds between two looks at a job: they grow, and with this bound end after three minutes. */
const firstPause = 500;
const longestPause = 10_000;
const patience = 180_000;

/** The most services of one answer. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html */
const pageSize = 1000;

/**
 * What roles used, in their order. All jobs are started before the first is looked at, so that AWS works on them at once.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html
 */
export async function roleUsages(
  iam: IAMClient,
  roles: readonly Role[],
  report: (detail: string) => void,
  pause: Pause = setTimeout,
): Promise<RoleUsage[]> {
  let done = 0;
  const over = new AbortController();
  const pauseUntilOver = (milliseconds: number) => pause(milliseconds, undefined, { signal: over.signal });
  const asked = Promise.all(
    roles.map(async (role) => {
      const [jobId, { Role: held }] = await Promise.all([startJob(iam, role), getRole(iam, role)]);
      const services = await servicesOf(iam, role, jobId, pauseUntilOver);
      report(`${++done} of ${roles.length} roles`);
      const lastUsed = held?.RoleLastUsed?.LastUsedDate;
      return {
        createdAt: (held?.CreateDate ?? new Date(0)).toISOString(),
        ...(lastUsed && { lastUsed: lastUsed.toISOString() }),
        services: new Map(services.map((service) => [service.ServiceNamespace ?? "", usageOf(service)])),
      };
    }),
  );
  // After the failure of one, the pauses of the others would keep the process alive.
  return asked.finally(() => {
    over.abort();
  });
}

async function startJob(iam: IAMClient, { roleName, roleArn }: Role): Promise<string> {
  const command = new GenerateServiceLastAccessedDetailsCommand({
    Arn: roleArn,
    Granularity: "ACTION_LEVEL",
  });
  const doing = `asking what role ${roleName} used (iam:GenerateServiceLastAccessedDetails)`;
  const { JobId = "" } = await fromAws(doing, () => iam.send(command));
  return JobId;
}

function getRole(iam: IAMClient, { roleName }: Role) {
  return fromAws(`reading role ${roleName} (iam:GetRole)`, () =>
    iam.send(new GetRoleCommand({ RoleName: roleName })),
  );
}

/** The services of a job's report, of all its pages. */
async function servicesOf(
  iam: IAMClient,
  role: Role,
  jobId: string,
  pause: Pause,
): Promise<ServiceLastAccessed[]> {
  const services: ServiceLastAccessed[] = [];
  let page = await finished(iam, role, jobId, pause);
  for (;;) {
    services.push(...(page.ServicesLastAccessed ?? []));
    if (!page.IsTruncated || page.Marker === undefined) return services;
    page = await readJob(iam, role, jobId, page.Marker);
  }
}

/** The first page of a job's report, as soon as there is one. */
async function finished(
  iam: IAMClient,
  role: Role,
  jobId: string,
  pause: Pause,
): Promise<GetServiceLastAccessedDetailsResponse> {
  let waited = 0;
  for (let next = firstPause; ; next = Math.min(next * 2, longestPause)) {
    const job = await readJob(iam, role, jobId);
    if (job.JobStatus === "COMPLETED") return job;
    if (job.JobStatus === "FAILED") {
      const why = job.Error ? `${job.Error.Code ?? ""}: ${job.Error.Message ?? ""}` : "it gave no reason";
      throw new Failure(`AWS could not tell what role ${role.roleName} used (${why}): run the command again`);
    }
    if (waited >= patience)
      throw new Failure(
        `AWS did not finish its report on role ${role.roleName}: got ${job.JobStatus ?? "no status"} after ${waited / 1000} s, want COMPLETED; run the command again later`,
      );
    await pause(next);
    waited += next;
  }
}

function readJob(iam: IAMClient, { roleName }: Role, JobId: string, Marker?: string) {
  const command = new GetServiceLastAccessedDetailsCommand({
    JobId,
    MaxItems: pageSize,
    ...(Marker && { Marker }),
  });
  const doing = `reading what role ${roleName} used (iam:GetServiceLastAccessedDetails)`;
  return fromAws(doing, () => iam.send(command));
}

function usageOf(service: ServiceLastAccessed): ServiceUsage {
  const { ServiceName, ServiceNamespace = "", LastAuthenticated, TrackedActionsLastAccessed = [] } = service;
  return {
    name: ServiceName ?? ServiceNamespace,
    ...(LastAuthenticated && { lastUsed: LastAuthenticated.toISOString() }),
    tracked: new Map(
      TrackedActionsLastAccessed.map(({ ActionName = "", LastAccessedTime }) => [
        ActionName.toLowerCase(),
        LastAccessedTime?.toISOString(),
      ]),
    ),
  };
}
