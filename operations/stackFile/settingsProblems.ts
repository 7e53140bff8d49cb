import type { YamlProblem } from "../../components/config/stackFile/goYaml.ts";

/** What keeps a file from being read as Pulumi reads it, all of it; undefined where nothing does. */
export function settingsProblems(file: string, problems: readonly YamlProblem[]): string | undefined {
  const said = problems.map(({ place, problem }) => {
    if (!problem.startsWith("got ")) return `${file} is ${problem}`;
    return `${file}${place ? `:${place.line}:${place.column}` : ""}: ${problem}`;
  });
  return said.length === 0 ? undefined : said.join("\n");
}
