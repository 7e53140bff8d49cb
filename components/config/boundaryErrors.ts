import { statementsOf } from "../../iam/document/readDocument.ts";
import { cutOff } from "../../iam/effect/cutOff.ts";
import { boundaryPath, bootstrapProject } from "../permissions/workloadBoundary.ts";
import { servicesWithinBoundary } from "../access/actions.ts";
import { accountBoundaries } from "./accountBoundaries.ts";
import type { CompiledWorkload } from "./compiledWorkload.ts";
import type { ConfigError } from "./configError.ts";

/**
 * Rights of workloads that carry the boundary of `bootstrap/` and that it never allows, so that IAM would refuse every call. One that
 * some account's boundary allows passes.
 */
export async function boundaryErrors(
  workloads: readonly CompiledWorkload[],
  projectFolder: string,
  { project, stack }: { readonly project: string; readonly stack: string },
  secret: boolean,
): Promise<ConfigError[]> {
  const carrying = workloads.filter(({ permissionsBoundary }) =>
    permissionsBoundary?.endsWith(`:policy/${boundaryPath(project)}`),
  );
  const boundaries = carrying.length > 0 ? await accountBoundaries(projectFolder, { project, stack }) : [];
  if (boundaries.length === 0) return [];
  const own = bootstrapProject(project);
  const errors: ConfigError[] = [];
  for (const { name, grants, rawStatements } of carrying) {
    const written = [
      ...grants.map(({ path, service, statements }) => ({
        path: () => path,
        statements: statementsOf(statements),
        remedy: servicesWithinBoundary().includes(service)
          ? `add ${service} to ${own}:boundaryServices`
          : `add it to ${own}:boundaryRoles or ${own}:boundaryActions`,
      })),
      ...rawStatements.map((statement, index) => ({
        path: (action: PropertyKey = 0) => ["workloads", name, "statements", index, "actions", action],
        statements: statementsOf([statement]).filter(({ effect }) => effect === "Allow"),
        remedy: `add it to ${own}:boundaryActions`,
      })),
    ];
    for (const { path, statements, remedy } of written) {
      for (const statement of statements) {
        for await (const { path: at, value, does } of cutOff(statement, boundaries)) {
          const got = secret ? "a secret value" : `${value} ${does}`;
          const want = `a right within the boundary: ${remedy}, or leave it out`;
          errors.push({ path: path(at[1]), problem: `got ${got}, want ${want}` });
        }
      }
    }
  }
  return errors;
}
