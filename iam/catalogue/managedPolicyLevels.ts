import type { AccessLevel } from "./accessLevels.ts";
import { awsManagedPolicyName } from "./awsManagedPolicies.ts";
import { levelTable } from "../managedPolicies/levelTable.ts";
import { bareName } from "../managedPolicies/verdicts.ts";

/** What an AWS-managed policy says of a service, on whatever resources and under whatever conditions. */
export interface ServiceLevels {
  /** The prefix of its actions in lower case; `*` where the policy names none. */
  readonly service: string;
  /** Of what it allows, the riskiest first; empty where it only denies. */
  readonly levels: readonly AccessLevel[];
  readonly denies: boolean;
}

/** The letter of each level in the table; an exclamation mark stands for a Deny. */
export const levelLetters: Readonly<Record<AccessLevel, string>> = {
  "permissions management": "P",
  unknown: "?",
  write: "W",
  tagging: "T",
  read: "R",
  list: "L",
};

const levelsByRisk = Object.keys(levelLetters) as AccessLevel[];

/** A line of the table: the name, and then `letters=service,service` as often as it takes. */
function readLine(line: string): readonly [string, readonly ServiceLevels[]] {
  const [name = "", ...parts] = line.split(" ");
  const services = parts.flatMap((part) => {
    const [letters = "", list = ""] = part.split("=");
    const levels = levelsByRisk.filter((level) => letters.includes(levelLetters[level]));
    return list.split(",").map((service) => ({ service, levels, denies: letters.includes("!") }));
  });
  return [name.toLowerCase(), services.sort((one, other) => (one.service < other.service ? -1 : 1))];
}

let known: ReadonlyMap<string, readonly ServiceLevels[]> | undefined;

/** What an AWS-managed policy allows by service, by its ARN; undefined for what is none or is not known. Read when first asked for. */
export function managedPolicyLevels(arn: unknown): readonly ServiceLevels[] | undefined {
  known ??= new Map(levelTable.trim().split("\n").map(readLine));
  const name = awsManagedPolicyName(arn);
  return name === undefined ? undefined : known.get(bareName(name));
}
