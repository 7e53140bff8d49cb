import { Failure } from "../../../commandLine/failure.ts";
import { matcherOf } from "../../stackPatterns.ts";

/** The names that any pattern takes, in their own order and each once. A pattern that takes none is an error. */
export function selectStacks(names: readonly string[], patterns: readonly string[]): string[] {
  const matchers = patterns.map((pattern) => ({ pattern, matcher: matcherOf(pattern) }));
  const idle = matchers.find(({ matcher }) => !names.some((name) => matcher.test(name)));
  if (idle !== undefined)
    throw new Failure(
      `--stacks "${idle.pattern}" matches no stack: ${names.length === 0 ? "there is no Pulumi.<stack>.yaml here" : `stacks are ${names.join(", ")}`}`,
    );
  return names.filter((name) => matchers.some(({ matcher }) => matcher.test(name)));
}
