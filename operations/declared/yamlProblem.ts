import type { YAMLError } from "yaml";

/** What is wrong with a YAML text and where, without a word of the text itself: it may hold a secret. */
export function yamlProblem({ code, linePos }: YAMLError): string {
  const [start] = linePos ?? [];
  const where = start ? ` at line ${start.line}, column ${start.col}` : "";
  return `no valid YAML${where} (${code.toLowerCase().replaceAll("_", " ")})`;
}
