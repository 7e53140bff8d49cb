import type { Found } from "./nextUpdate.ts";
import type { Recovery } from "./recover.ts";

/** What a recovery did and what is left to do, as text. */
export function shownRecovery(
  stack: string,
  { account, torn, unlocked, interrupted, taken, foreign }: Recovery,
): string {
  const operations = interrupted.map(({ type, resource }) => `${type} ${nameOf(resource.urn)}`);
  const nothing = torn.length + unlocked.length + operations.length + taken.length + foreign.length === 0;
  return [
    ...(nothing
      ? [
          `Nothing to recover: no lock, no interrupted operation, and nothing in account ${account} that the state lacks.`,
        ]
      : []),
    ...listed("Empty, so that Pulumi could not read the state, and removed:", torn),
    ...unlocked.map((holder) => `The lock of ${holder} is cleared.`),
    ...listed("Interrupted, and begun again by the next update:", operations),
    ...listed("In AWS, and now in the state as well:", taken.map(shown)),
    ...listed("Not of this stack, and in the way of the next update:", foreign.map(shown)),
    ...(foreign.length > 0 ? ["Delete or rename these, or give the workloads other names."] : []),
    `Next: the command that was interrupted, such as "pulumi up --stack ${stack}".`,
    "",
  ].join("\n");
}

const listed = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? [title, ...items.map((item) => `  ${item}`)] : [];

const shown = ({ urn, id }: Found) => `${nameOf(urn)}: ${id}`;

/** Such as `aws:iam:Role orders-api`, as Pulumi shows it. */
function nameOf(urn: string): string {
  const [types = "", name = ""] = urn.split("::").slice(2);
  return `${(types.split("$").at(-1) ?? "").replace(/\/[^:]+/, "")} ${name}`;
}
