import { accountBoundaries } from "../../../components/config/accountBoundaries.ts";
import { formatPath, formatErrors } from "../../../components/config/configError.ts";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { SECRET_NAME } from "../../../components/config/stackFile/secret.ts";
import { stacksAmong } from "../../../components/config/stackFiles.ts";
import { boundaryPath } from "../../../components/permissions/workloadBoundary.ts";
import { Failure } from "../../../commandLine/failure.ts";
import { policyNameOf } from "../../../components/permissions/managedPolicies.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { compiledSource } from "../../stackFile/compiledSource.ts";
import { chosenStacks, type StackSource, stackSource } from "../../stackFile/declaredStacks.ts";
import { projectAt } from "../../stackFile/project.ts";
import { workingTree } from "../../stackFile/revision.ts";
import { settingsProblems } from "../../stackFile/settingsProblems.ts";
import { located } from "../check/places.ts";
import type { UnreadPolicy, WhoAnswer, WhoRow } from "./answer.ts";
import { knownPolicy } from "./knownPolicies.ts";
import { limitsOf } from "./limits.ts";
import { matcherFor } from "./matching.ts";
import { type Question, resourceAsked } from "./question.ts";
import { shownConditions } from "../../../iam/conditions/conditionsCover.ts";

/**
 * Who may do what a question asks, by the stack files as they lie there.
 *
 * @param stack A name, or `all`.
 * @throws Failure where a stack file cannot be read as a whole: an answer that leaves somebody out is none.
 */
export async function whoMay(folder: string, question: Question, stack: string): Promise<WhoAnswer> {
  const tree = workingTree(folder);
  const known = stacksAmong(tree.files);
  const { name: project, ending } = await projectAt(tree);
  const stacks = chosenStacks(known, stack);
  const answers: Pick<WhoAnswer, "rows" | "unread" | "notes">[] = [];
  for (const name of stacks) {
    const { text = "", ...source } = await stackSource(tree, name, ending);
    answers.push(await answerOf({ ...source, text }, { folder, project, question }));
  }
  const { can, on } = question;
  return {
    can,
    ...(on !== undefined && { on }),
    stacks,
    rows: answers.flatMap(({ rows }) => rows),
    unread: answers.flatMap(({ unread }) => unread),
    notes: answers.flatMap(({ notes }) => notes),
  };
}

interface Asked {
  readonly folder: string;
  readonly project: string;
  readonly question: Question;
}

async function answerOf(
  source: StackSource & { readonly text: string },
  { folder, project, question }: Asked,
): Promise<Pick<WhoAnswer, "rows" | "unread" | "notes">> {
  const { stack, file } = source;
  // User data says nothing of rights.
  const compiled = await compiledSource(source, project, { region: "us-east-1" }, () => ({ text: "" }));
  const problem =
    settingsProblems(file, compiled.problems) ??
    (compiled.errors.length > 0 ? `${file}: ${formatErrors(compiled.errors)}` : undefined);
  if (problem !== undefined) throw new Failure(problem);
  const { settings, workloads, target } = compiled;
  const match = matcherFor(question, resourceAsked(question, target.partition));
  const carries = (boundary: string | undefined) => boundary?.endsWith(`:policy/${boundaryPath(project)}`);
  const ofAccounts = workloads.some(({ permissionsBoundary }) => carries(permissionsBoundary))
    ? await accountBoundaries(folder, { project, stack })
    : [];
  const placeAt = (path: readonly PropertyKey[]) => located(settings, path).place;
  const rows: WhoRow[] = [];
  const unread: UnreadPolicy[] = [];
  for (const workload of workloads) {
    const own = ["workloads", workload.name];
    const at = { stack, workload: workload.name, file };
    const entries = entriesOf(workload);
    const denies = entries.flatMap(({ path, statements }) =>
      statements
        .filter(({ effect }) => effect === "Deny")
        .map((statement) => ({ statement, where: formatPath(path) })),
    );
    const { permissionsBoundary } = workload;
    const isKnown = carries(permissionsBoundary) === true && ofAccounts.length > 0;
    const boundary =
      permissionsBoundary === undefined
        ? undefined
        : { name: policyNameOf(permissionsBoundary), ...(isKnown && { statements: ofAccounts }) };
    for (const { path, statements } of entries)
      for (const statement of statements) {
        const found = statement.effect === "Allow" ? await match(statement) : undefined;
        if (found === undefined) continue;
        const left = await limitsOf(found.narrowed, match, denies, boundary);
        const { may, limits } = found.resources.some(isOpenTo(question)) ? withSecret(left) : left;
        const condition = shownConditions(statement.conditions);
        const place = placeAt([...own, ...path]);
        const through = formatPath([...own, ...path]);
        rows.push({
          ...{ ...at, may, through, place, actions: found.actions, resources: found.resources },
          ...(condition !== "" && { condition }),
          limits,
        });
      }
    for (const [index, arn] of workload.managedPolicyArns.entries())
      if (knownPolicy(arn) === undefined)
        unread.push({ ...at, policy: policyNameOf(arn), place: placeAt([...own, "managedPolicies", index]) });
  }
  const notes = settings.environments.map(
    (environment) => `${file}: environment ${environment} adds values that are not read here`,
  );
  return { rows, unread, notes };
}

/** Whether a resource of an entry may be the one that was asked for, and may be another. */
const isOpenTo =
  ({ on }: Question) =>
  (resource: string) =>
    on !== undefined && SECRET_NAME.test(resource);

const withSecret = ({ may, limits }: Pick<WhoRow, "may" | "limits">): Pick<WhoRow, "may" | "limits"> => ({
  may: may === "yes" ? "limited" : may,
  limits: [...limits, "only its stack knows what a secret value among the resources stands for"],
});

/** Everything that gives a workload rights or takes them, by where it stands below the workload. */
function entriesOf({ grants, rawStatements, managedPolicyArns }: CompiledWorkload) {
  return [
    ...grants.map(({ statements }, index) => ({
      path: ["access", index],
      statements: statementsOf(statements),
    })),
    ...rawStatements.map((statement, index) => ({
      path: ["statements", index],
      statements: statementsOf([statement]),
    })),
    ...managedPolicyArns.map((arn, index) => ({
      path: ["managedPolicies", index],
      statements: knownPolicy(arn) ?? [],
    })),
  ];
}
