import { createHash } from "node:crypto";
import { NAMESPACE } from "../../../components/config/namespace.ts";
import { readStackSettings } from "../../../components/config/stackFile/stackSettings.ts";
import { isMap } from "../../../components/config/stackFile/isMap.ts";
import { stackFileName } from "../../../components/config/stackFiles.ts";
import { accountIn } from "../../stackFile/accountIn.ts";

/** What a fleet has to know of a stack before it runs, from its file alone. */
export interface FleetStack {
  readonly name: string;
  /** Twelve digits. Null where only the credentials tell it. */
  readonly account: string | null;
  /** Such as `eu-central-1`. Null where only the environment tells it. */
  readonly region: string | null;
  /** How many workloads it declares: a measure of how long it takes. */
  readonly workloads: number;
  /** Where the file says how secrets are encrypted. Null where the backend decides. */
  readonly secretsProvider: string | null;
  /** Changes with the configuration, and not with the salt that Pulumi writes beside it. */
  readonly digest: string;
}

type Values = Readonly<Record<string, unknown>>;

const textIn = (values: Values, key: string) =>
  typeof values[key] === "string" && values[key] !== "" ? values[key] : null;

/**
 * Reads the text of a stack file. One that cannot be read gives nulls: Pulumi says what is wrong when the stack runs.
 *
 * @param file Its name.
 * @param project The name of the project.
 */
export function fleetStackOf(
  name: string,
  text: string,
  file = stackFileName(name),
  project: string = NAMESPACE,
): FleetStack {
  const { config, secretsProvider, problems } = readStackSettings(text, file, project);
  const isRead = problems.length === 0;
  const values = isRead ? config : {};
  const workloads = values["instance-profiles:workloads"];
  return {
    name,
    account: accountIn(values),
    region: textIn(values, "aws:region"),
    workloads: isMap(workloads) ? Object.keys(workloads).length : 0,
    secretsProvider: secretsProvider ?? null,
    digest: createHash("sha256")
      .update(isRead ? JSON.stringify(values) : text)
      .digest("hex"),
  };
}
