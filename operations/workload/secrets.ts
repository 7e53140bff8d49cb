import { formatPath } from "../../components/config/configError.ts";
import { Failure } from "../../commandLine/failure.ts";
import { secretPaths } from "../../components/config/stackFile/secret.ts";

/** Ends where a workload holds secrets, which no other stack could read. */
export function refuseSecrets(file: string, name: string, workload: unknown): void {
  const [first] = secretPaths(workload);
  if (first === undefined) return;
  throw new Failure(
    `workload "${name}" of ${file} has a secret at ${formatPath(first)}, which only its own stack can read: take it out there, run this again, and set it in both with pulumi config set --secret --path`,
  );
}
