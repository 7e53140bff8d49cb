import { serviceFacts, type AccessService } from "../../components/access/index.ts";
import type { Target } from "../../iam/arn.ts";
import { statementsCover } from "../../iam/covers/statementCovers.ts";
import type { CountedCall } from "./call.ts";
import { PATHS } from "./commonPrefixes.ts";
import { surelyAllow } from "./surelyAllow.ts";
import { tiedFields } from "./tiedFields.ts";
import { allWords, compiled, isEntry, type Compiled, type Fields } from "./words.ts";

/** An entry that would allow a call. */
export interface Candidate extends Compiled {
  readonly call: CountedCall;
  /** The pattern of its statements that the resource of the call matches. */
  readonly pattern: string;
  /** Whether what it names comes from the call; a call about no resource is allowed by what others need. */
  readonly isOwn: boolean;
}

/** The entries of one service that would allow some calls, each with what it names as seen and nothing broader. */
export function candidatesFor(
  service: AccessService,
  calls: readonly CountedCall[],
  target: Target,
): Candidate[] {
  const seen = calls.map((call) => ({ call, tied: tiedFields(service, call, target) }));
  const pool = distinct(seen.flatMap(({ tied }) => tied));
  return seen.flatMap(({ call, tied }) => {
    const own = tied.length > 0 ? tied : [{}];
    return narrowest(own.flatMap((fields) => candidatesWith(service, call, fields, pool, target)));
  });
}

function distinct(all: readonly Fields[]): Fields[] {
  return [...new Map(all.map((fields) => [JSON.stringify(fields), fields])).values()];
}

/** The candidates that say these fields, and where that is not enough, what other calls say of further ones. */
function candidatesWith(
  service: AccessService,
  call: CountedCall,
  fields: Fields,
  pool: readonly Fields[],
  target: Target,
): Candidate[] {
  return allWords()
    .levelsWith(service, call.action)
    .flatMap((level) => {
      const alone = candidate(service, call, fields, level, target, true);
      if (alone && !isWiderThanNeeded(alone, target)) return [alone];
      const isOwn = Object.keys(fields).length > 0;
      return pool
        .map((more) => united(fields, more))
        .filter((both) => both !== undefined)
        .flatMap((both) => candidate(service, call, both, level, target, isOwn) ?? []);
    });
}

/** Two ways to say fields as one, where they do not disagree and the second says more. */
function united(fields: Fields, more: Fields): Fields | undefined {
  const names = Object.keys(more);
  if (names.some((name) => fields[name] !== undefined && fields[name] !== more[name])) return undefined;
  return names.every((name) => name in fields) ? undefined : { ...fields, ...more };
}

function candidate(
  service: AccessService,
  call: CountedCall,
  fields: Fields,
  level: string,
  target: Target,
  isOwn: boolean,
): Candidate | undefined {
  const made = compiled(service, inOrder(service, fields), level, target);
  const pattern = matchedPattern(made, call);
  if (pattern === undefined || !isNoBroader(made, pattern, call, isOwn)) return undefined;
  return isEntry(made.entry) ? { ...made, call, pattern, isOwn } : undefined;
}

function inOrder(service: AccessService, fields: Fields): Fields {
  const names = serviceFacts[service].fieldNames.filter((name) => name in fields);
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? ""]));
}

/** The closest pattern by which an entry allows a call. */
function matchedPattern({ statements }: Compiled, call: CountedCall): string | undefined {
  if (!surelyAllow(statements, call)) return undefined;
  const patterns = statements.flatMap((statement) =>
    statement.resources
      .filter((pattern) => typeof pattern === "string")
      .filter((pattern) => surelyAllow([{ ...statement, resources: [pattern] }], call)),
  );
  return patterns.sort((one, other) => literalIn(other) - literalIn(one))[0];
}

const literalIn = (pattern: string) => pattern.replace(/[*?]/g, "").length;

/**
 * Whether a pattern is what was called. What a word has below the thing that it names, such as the streams of a log
 * group, nobody can say narrower; keys of objects and paths of parameters can be.
 */
function isNoBroader(
  { service, fields }: Compiled,
  pattern: string,
  call: CountedCall,
  isOwn: boolean,
): boolean {
  if (pattern === call.resource) return true;
  const names = isOwn && Object.keys(fields).length > 0;
  return names && pattern !== "*" && !PATHS.some((paths) => paths.service === service);
}

/** Whether a field that is left out makes an entry wider than the call needs: the tables of a database, of which none was called. */
function isWiderThanNeeded({ service, fields, level, statements, call }: Candidate, target: Target): boolean {
  const { examples, fieldNames } = serviceFacts[service];
  const open = fieldNames.filter((name) => !(name in fields));
  return open.some((name) => {
    const value = examples.map((example) => Reflect.get(example, name) as Fields[string] | undefined);
    return value.some((one) => {
      if (one === undefined) return false;
      const limited = compiled(service, { ...fields, [name]: one }, level, target);
      return (
        surelyAllow(limited.statements, call) &&
        isEntry(limited.entry) &&
        isNarrower(limited.statements, statements)
      );
    });
  });
}

/** Whether statements name less, whatever their conditions say. */
function isNarrower(narrow: Compiled["statements"], wide: Compiled["statements"]): boolean {
  const bare = (all: Compiled["statements"]) => all.map((one) => ({ ...one, conditions: [] }));
  const [few, many] = [bare(narrow), bare(wide)];
  return statementsCover(many, few) && !statementsCover(few, many);
}

/** Of the candidates for one call, those that name it most closely, and of these at each level the ones that no other undercuts. */
function narrowest(candidates: readonly Candidate[]): Candidate[] {
  const closest = Math.max(...candidates.map(({ pattern }) => literalIn(pattern)));
  const close = candidates.filter(({ pattern }) => literalIn(pattern) === closest);
  return close.filter(
    (one, place) =>
      !close.some(
        (other, otherPlace) =>
          other.level === one.level &&
          place !== otherPlace &&
          statementsCover(one.statements, other.statements) &&
          (otherPlace < place || !statementsCover(other.statements, one.statements)),
      ),
  );
}
