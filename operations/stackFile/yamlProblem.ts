import type { YAMLError } from "yaml";
import { sentenceOf } from "../../commandLine/failure.ts";

/** What is wrong with a YAML text and where, without a word of the text itself: it may hold a secret. */
export function yamlProblem({ code, linePos }: YAMLError): string {
  const [start] = linePos ?? [];
  const where = start ? ` at line ${start.line}, column ${start.col}` : "";
  return `not valid YAML${where} (${code.toLowerCase().replaceAll("_", " ")})`;
}

/** What the aliases of a YAML text cannot be followed for, without their names: a name may be a key of AWS. */
export function aliasProblem(error: unknown): string {
  return sentenceOf(error).replace(/^(Unresolved alias[^:]*):.*$/s, "$1");
}
