import { serviceFacts, type AccessService } from "../../components/access/index.ts";
import type { Target } from "../../iam/arn.ts";
import type { CountedCall } from "./call.ts";
import { candidatesFor, type Candidate } from "./candidates.ts";
import { chosenLevels } from "./chooseLevels.ts";
import { isNamedByNoWord } from "./commonPrefixes.ts";
import { kindsOf, type KindOf } from "./kinds.ts";
import { surelyAllow } from "./surelyAllow.ts";
import { allWords, type Compiled } from "./words.ts";

/** Services whose words are tried for one call, the action's own first. */
const mostServices = 3;

/** The entries that allow as many of some calls as words can say exactly, each naming one of each resource. */
export async function wordsFor(calls: readonly CountedCall[], target: Target): Promise<readonly Compiled[]> {
  const chosen: Compiled[] = [];
  const left = () =>
    calls.filter(
      (call) => !isNamedByNoWord(call) && !chosen.some((one) => surelyAllow(one.statements, call)),
    );
  for (let turn = 0; turn < mostServices; turn++)
    for (const [service, ofService] of byService(left(), turn)) {
      const candidates = candidatesFor(service, ofService, target);
      const levels = Object.keys(serviceFacts[service].levels);
      const kindOf = await kindsOf(levels.flatMap((level) => allWords().actionsOf(service, level)));
      chosen.push(...chosenFor(ofService, candidates, kindOf));
    }
  return chosen;
}

function byService(calls: readonly CountedCall[], turn: number): Map<AccessService, CountedCall[]> {
  const found = new Map<AccessService, CountedCall[]>();
  for (const call of calls) {
    const service = allWords().servicesWith(call.action)[turn];
    if (service !== undefined) found.set(service, [...(found.get(service) ?? []), call]);
  }
  return found;
}

/** What is chosen for each thing that calls name, and for calls about none what is chosen anyway, at a higher level if need be. */
function chosenFor(
  calls: readonly CountedCall[],
  candidates: readonly Candidate[],
  kindOf: KindOf,
): readonly Compiled[] {
  const places = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const place = JSON.stringify(one.fields);
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  const chosen = new Map<string, readonly Compiled[]>();
  const isLeft = (call: CountedCall) =>
    ![...chosen.values()].flat().some(({ statements }) => surelyAllow(statements, call));
  // What says most fields is the narrowest, and what it allows needs nothing wider.
  const inOrder = [...places].sort(([, [one]], [, [other]]) => fieldsOf(other) - fieldsOf(one));
  for (const [place, options] of inOrder) {
    const own = distinctCalls(options.filter(({ isOwn }) => isOwn)).filter(isLeft);
    const levels = chosenLevels(levelsAmong(options), own, kindOf);
    if (levels.length > 0) chosen.set(place, levels);
  }
  for (const shared of calls.filter(isLeft))
    for (const [place, options] of inOrder) {
      if (!isLeft(shared) || !options.some(({ call }) => call === shared)) continue;
      const before = chosen.get(place);
      const allowed = distinctCalls(options).filter((call) =>
        before?.some(({ statements }) => surelyAllow(statements, call)),
      );
      const levels = chosenLevels(levelsAmong(options), [...allowed, shared], kindOf);
      if (levels.some(({ statements }) => surelyAllow(statements, shared))) chosen.set(place, levels);
    }
  return [...chosen.values()].flat();
}

const fieldsOf = (candidate: Candidate | undefined) => Object.keys(candidate?.fields ?? {}).length;

const distinctCalls = (options: readonly Candidate[]) => [...new Set(options.map(({ call }) => call))];

const levelsAmong = (options: readonly Candidate[]) => [
  ...new Map(options.map((option) => [option.level, option])).values(),
];
