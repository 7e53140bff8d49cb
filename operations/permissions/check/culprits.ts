import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import type { Statement } from "../../../iam/statement.ts";

/** What a policy finds in a document of these statements, in the words of its message after `got`. */
export type FindsIn = (statements: readonly Statement[]) => Promise<readonly string[]>;

/** An entry of a workload in the stack file, and what it says. */
interface Entry {
  /** Below the workload: `["access", 1]`. */
  readonly path: readonly PropertyKey[];
  readonly statements: readonly Statement[];
}

/**
 * The entries of a workload that cause a finding in its documents, each as the keys below the workload. A raw statement is followed to
 * the very action or resource. Empty where no entry alone causes it.
 *
 * @param statements Those of the document that the finding is about.
 * @param got The finding's own words.
 * @param isAboutResources Whether the finding asks for other resources rather than for other actions.
 */
export async function culprits(
  workload: CompiledWorkload,
  statements: readonly Statement[],
  got: string,
  findsIn: FindsIn,
  isAboutResources: boolean,
): Promise<PropertyKey[][]> {
  const exact: Entry[] = [];
  const alike: Entry[] = [];
  for (const { path, statements: own } of entriesOf(workload)) {
    const parts = own.filter((part) => statements.some((statement) => holds(statement, part)));
    if (parts.length === 0) continue;
    const found = await findsIn(parts);
    if (found.includes(got)) exact.push({ path, statements: parts });
    else if (found.length > 0) alike.push({ path, statements: parts });
  }
  const entries = exact.length > 0 ? exact : alike;
  const paths = await Promise.all(entries.map((entry) => elementsIn(entry, got, findsIn, isAboutResources)));
  return paths.flat();
}

function entriesOf({ grants, rawStatements }: CompiledWorkload): Entry[] {
  return [
    ...grants.map(({ statements }, index) => ({ path: ["access", index], statements })),
    ...rawStatements.map((statement, index) => ({ path: ["statements", index], statements: [statement] })),
  ];
}

/** Whether a statement of a document was made of this one: those that differ in their resources alone were merged, and long ones split. */
function holds(statement: Statement, part: Statement): boolean {
  return sameBut(statement, part) && part.Resource.some((resource) => statement.Resource.includes(resource));
}

const sameBut = (one: Statement, other: Statement) =>
  JSON.stringify([one.Effect, one.Action, one.Condition]) ===
  JSON.stringify([other.Effect, other.Action, other.Condition]);

/** The actions of a raw statement that cause a finding or else its resources, or the other way round, or else the statement. */
async function elementsIn(
  { path, statements }: Entry,
  got: string,
  findsIn: FindsIn,
  isAboutResources: boolean,
): Promise<PropertyKey[][]> {
  const [statement] = statements;
  if (path[0] !== "statements" || statement === undefined) return [[...path]];
  const alone = async (element: "Action" | "Resource") => {
    const found = await Promise.all(
      statement[element].map((value) => findsIn([{ ...statement, [element]: [value] }])),
    );
    const isExact = found.some((gots) => gots.includes(got));
    return found.flatMap((gots, index) => ((isExact ? gots.includes(got) : gots.length > 0) ? [index] : []));
  };
  const [actions, resources] = [await alone("Action"), await alone("Resource")];
  // Where every action is found wanting and only some resources are, those are too wide.
  const isResource =
    resources.length > 0 &&
    (isAboutResources ||
      (resources.length < statement.Resource.length && actions.length === statement.Action.length));
  const [key, indexes] = isResource ? ["resources", resources] : ["actions", actions];
  return indexes.length === 0 ? [[...path]] : indexes.map((index) => [...path, key, index]);
}
