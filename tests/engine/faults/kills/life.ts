import assert from "node:assert/strict";
import { declaredHoldings } from "./heldByAws.ts";
import type { InterruptedStack } from "./interruptedStack.ts";
import type { Kill, Operation } from "./plan.ts";

const managedPolicy = "AmazonSSMManagedInstanceCore";

const workload = (queue: string, instanceType: string) => ({
  access: [{ sqs: { queue, level: "send" } }],
  managedPolicies: [managedPolicy],
  launch: { image: "al2023", instanceType },
});

/** What the stack file declares for each operation. The change updates, makes and removes something at once. */
const workloadsOf: Readonly<Record<Operation, Readonly<Record<string, unknown>>>> = {
  create: { orders: workload("orders", "t3.nano"), mails: workload("mails", "t3.nano") },
  change: { orders: workload("more-orders", "t3.micro"), invoices: workload("invoices", "t3.nano") },
  destroy: {},
};

/** What it takes after a kill until everything is as declared. */
export const remedies = ["nothing", "the same command", "recover, then the same command"] as const;

export type Remedy = (typeof remedies)[number];

const skipping = ["--yes", "--skip-preview"];

export const up: readonly string[] = ["up", ...skipping];

const down: readonly string[] = ["destroy", ...skipping];

/** Writes what is to be there after an operation into the stack file. */
export function declare(stack: InterruptedStack, operation: Operation): void {
  stack.declare(workloadsOf[operation]);
}

/** Kills one operation, does what a user does next, and compares what AWS holds, the state and the stack file. */
export async function surviveKill(stack: InterruptedStack, kill: Kill): Promise<Remedy> {
  if (kill.operation !== "destroy") declare(stack, kill.operation);
  const args = kill.operation === "destroy" ? down : up;
  const { code } = await stack.kill(args, kill);
  await stack.state();
  const remedy = code === 0 ? "nothing" : await remedied(stack, args, kill);
  await assertAsDeclared(stack, kill.operation);
  return remedy;
}

async function remedied(stack: InterruptedStack, args: readonly string[], { victim }: Kill): Promise<Remedy> {
  const again = await stack.pulumi(...args);
  if (again.code === 0) return "the same command";
  assert.match(
    again.stdout + again.stderr,
    victim === "engine" ? /currently locked by 1 lock/ : /AlreadyExists/,
  );
  const recovery = await stack.recover();
  assert.equal(recovery.code, 0, recovery.stdout + recovery.stderr);
  await stack.pulumiOrFail(...args);
  return "recover, then the same command";
}

/** The stack after an operation that went through: in AWS, in the state and in the stack file is the same. */
export async function assertAsDeclared(stack: InterruptedStack, operation: Operation): Promise<void> {
  const wanted = declaredHoldings(stack.name, Object.keys(workloadsOf[operation]), managedPolicy);
  assert.deepEqual(await stack.holdings(), wanted);
  const { resources, pending } = await stack.state();
  assert.deepEqual({ isEmpty: resources === 0, pending }, { isEmpty: operation === "destroy", pending: 0 });
  if (operation !== "destroy") await stack.pulumiOrFail("preview", "--refresh", "--expect-no-changes");
}

export const destroy = (stack: InterruptedStack) => stack.pulumiOrFail(...down);
