import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { verdictOf } from "./calls/realCall.ts";
import { clientsOf, type Clients } from "./clients.ts";
import { emulatorRoot } from "../emulator/root.ts";
import {
  declaredStatements,
  describeGrant,
  expectedAllowed,
  expectedDenied,
} from "../../operations/probes/expectations.ts";
import type { Question } from "../../operations/probes/questions.ts";
import { makeFixtures, type Fixtures } from "./fixtures.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import type { Target } from "../../iam/arn.ts";
import { permits } from "../../iam/covers/permits.ts";
import type { WorkloadOutputs } from "./workloadOutputs.ts";
import { asInstance, credentialsOf, type EmbeddedAws } from "./session.ts";
import { callerIdentity } from "./instance.ts";
import { readManagedPolicies } from "../../operations/probes/managedPolicies.ts";
import { simulate, type Answer, type Verdict } from "../../operations/probes/simulate.ts";
import { compiledStack } from "../../operations/stackFile/compiledStack.ts";

/** One thing that a role was seen to be able to do, or not to be able to do. */
export interface Proved {
  readonly because: string;
  readonly action: string;
  readonly resource: string;
  readonly by: "call" | "simulation";
}

/** What was not as declared. */
export interface Surprise extends Proved {
  readonly expected: Verdict;
  readonly got: Verdict;
}

export interface WorkloadProof {
  readonly name: string;
  readonly roleArn: string;
  readonly instanceProfileArn: string;
  readonly launchTemplateId: string | null;
  /** The caller identity of an instance of the workload. */
  readonly identity: string;
  readonly allowed: readonly Proved[];
  readonly denied: readonly Proved[];
  readonly surprises: readonly Surprise[];
  readonly notes: readonly string[];
}

interface Outcome extends Proved {
  readonly expected: Verdict;
  readonly got: Verdict;
}

const simulated =
  (expected: Verdict) =>
  ({ because, action, resource, verdict }: Answer): Outcome => ({
    because,
    action,
    resource,
    by: "simulation",
    expected,
    got: verdict,
  });

/** The calls of each grant, judged against everything that the workload declares. */
async function realOutcomes(
  role: Clients,
  workload: CompiledWorkload,
  declared: readonly PolicyStatement[],
  fixtures: Fixtures,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const grant of workload.grants) {
    for (const call of fixtures.callsOf(role, grant)) {
      const { action, resource, context } = call;
      const expected = permits(declared, action, resource, context) ? "allowed" : "denied";
      const because = `${expected === "allowed" ? "" : "beside "}${describeGrant(grant)}`;
      outcomes.push({ because, action, resource, by: "call", expected, got: await verdictOf(call) });
    }
  }
  return outcomes;
}

const attachedLater =
  "the embedded AWS ignores a launch template's profile at launch; it was attached to the running instance";

/** Proves one workload: who its instances are, that what it declares is allowed, and that what lies beside it is denied. */
async function proveWorkload(
  workload: CompiledWorkload,
  outputs: WorkloadOutputs,
  { admin, aws, target, fixtures }: { admin: Clients; aws: EmbeddedAws; target: Target; fixtures: Fixtures },
): Promise<WorkloadProof> {
  return asInstance(admin, outputs, async (instance) => {
    const { sessionName, credentials, notes } = await credentialsOf(aws, admin, outputs, instance);
    const role = clientsOf(aws.endpoint, target.region, credentials);
    const identity = await callerIdentity(role);
    const managed = await readManagedPolicies(admin.iam, workload.managedPolicyArns);
    const declared = declaredStatements(workload, managed);
    const ask = async (expected: Verdict, questions: readonly Question[]) =>
      (await simulate(admin.iam, outputs.roleArn, questions)).map(simulated(expected));
    const outcomes = [
      ...(await ask("allowed", await expectedAllowed(workload, managed, target))),
      ...(await ask("denied", await expectedDenied(workload, managed, target))),
      ...(await realOutcomes(role, workload, declared, fixtures)),
    ];
    const wantedIdentity = outputs.roleArn.replace(
      /:iam::(\d+):role\/(?:.*\/)?([^/]+)$/,
      `:sts::$1:assumed-role/$2/${sessionName}`,
    );
    const identityOutcome: Outcome[] =
      identity === wantedIdentity
        ? []
        : [
            {
              because: `identity is ${identity}`,
              action: "sts:GetCallerIdentity",
              resource: wantedIdentity,
              by: "call",
              expected: "allowed",
              got: "denied",
            },
          ];
    const expectedly = (verdict: Verdict) =>
      outcomes
        .filter(({ expected, got }) => expected === verdict && got === verdict)
        .map(({ because, action, resource, by }): Proved => ({ because, action, resource, by }));
    return {
      name: workload.name,
      roleArn: outputs.roleArn,
      instanceProfileArn: outputs.instanceProfileArn,
      launchTemplateId: outputs.launchTemplateId ?? null,
      identity,
      allowed: expectedly("allowed"),
      denied: expectedly("denied"),
      surprises: [...identityOutcome, ...outcomes.filter(({ expected, got }) => expected !== got)],
      notes: [...(instance?.profileAttachedAfterLaunch ? [attachedLater] : []), ...notes],
    };
  });
}

/** Proves every workload of a deployed stack against the embedded AWS it is deployed to. */
export async function proveStack(
  project: string,
  stack: string,
  aws: EmbeddedAws,
  outputs: Readonly<Record<string, WorkloadOutputs>>,
  report: (detail: string) => void,
): Promise<WorkloadProof[]> {
  const { Account = "" } = await clientsOf(aws.endpoint, "us-east-1", emulatorRoot).sts.send(
    new GetCallerIdentityCommand({}),
  );
  const { target, workloads } = await compiledStack(project, stack, Account);
  const admin = clientsOf(aws.endpoint, target.region, emulatorRoot);
  const fixtures = await makeFixtures(admin, workloads, target);
  try {
    const proofs: WorkloadProof[] = [];
    for (const workload of workloads) {
      report(workload.name);
      const deployed = outputs[workload.name];
      if (deployed) proofs.push(await proveWorkload(workload, deployed, { admin, aws, target, fixtures }));
    }
    report(`${proofs.length} workloads`);
    return proofs;
  } finally {
    await fixtures.removeAll();
  }
}
