import { Facts } from "../../html/facts";
import type { StackAccess } from "../show/access";
import { summaryOf } from "./words";

/** What is shown, and what it is made from. */
export function Head({ access }: { readonly access: StackAccess }) {
  const { stack, services, workloads } = access;
  const facts = [
    ["Stack", stack],
    ["Workloads", workloads.length],
    ["Services", services.length],
    ["Made from", <code key="file">Pulumi.{stack}.yaml</code>],
  ] as const;
  return (
    <header>
      <div>
        <p class="kicker">Permissions, from the stack file</p>
        <h1>What the roles of {stack} may do</h1>
        <p class="lead">
          {summaryOf(access)} <span class="muted">What was changed by hand in AWS is not here.</span>
        </p>
      </div>
      <Facts facts={facts} />
    </header>
  );
}
