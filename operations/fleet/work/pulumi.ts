import {
  LocalWorkspace,
  StackNotFoundError,
  type EngineEvent,
  type PreviewOptions,
  type UpOptions,
} from "@pulumi/pulumi/automation/index.js";
import { Failure } from "../../../commandLine/failure.ts";
import { errorIn, reasonFor } from "./reason.ts";
import type { TaskContext, TaskResult } from "./work.ts";

/**
 * The project as a workspace of the Automation API, for all stacks at once.
 *
 * @param envVars beside the environment of this process
 */
export async function openWorkspace(
  project: string,
  envVars: Readonly<Record<string, string>> = {},
): Promise<LocalWorkspace> {
  const workspace = await LocalWorkspace.create({
    workDir: project,
    envVars: { PULUMI_SKIP_UPDATE_CHECK: "true", ...envVars },
  });
  // It would become the stack that the user has selected, which is one file for all processes of this project. Every
  // command names its stack anyway.
  workspace.selectStack = () => Promise.resolve();
  return workspace;
}

type AutomationOptions = Pick<
  PreviewOptions & UpOptions,
  "color" | "signal" | "onOutput" | "onError" | "onEvent"
>;

/** A resource that the engine has begun with, such as `creating aws:iam/role:Role orders-api`. */
function begunIn({ resourcePreEvent }: EngineEvent): string | undefined {
  if (resourcePreEvent === undefined || resourcePreEvent.metadata.op === "same") return undefined;
  const { op, urn } = resourcePreEvent.metadata;
  const [type = "", name = ""] = urn.split("::").slice(2);
  return `${op} ${type.slice(type.lastIndexOf("$") + 1)} ${name}`;
}

/**
 * Runs a preview or an update, and reports what happens.
 *
 * @throws StackNotFoundError where the backend has no such stack, and a Failure for everything else
 */
export async function operate(
  { tellPulumi, log, report }: TaskContext,
  run: (options: AutomationOptions) => Promise<unknown>,
): Promise<TaskResult> {
  const told: string[] = [];
  let counts: Readonly<Record<string, number>> = {};
  const onEvent = (event: EngineEvent) => {
    const error = errorIn(event);
    if (error !== undefined) told.push(error);
    const begun = begunIn(event);
    if (begun !== undefined) report(begun);
    if (event.summaryEvent) counts = event.summaryEvent.resourceChanges;
  };
  // The Automation API does not look at a signal that was there before it began.
  if (tellPulumi.aborted) throw new Failure("interrupted");
  try {
    await run({ color: "never", signal: tellPulumi, onOutput: log, onError: log, onEvent });
  } catch (error) {
    if (error instanceof StackNotFoundError) throw error;
    throw new Failure(reasonFor(told, error));
  }
  const changes = Object.fromEntries(Object.entries(counts).filter(([operation]) => operation !== "same"));
  return { status: "done", changes };
}
