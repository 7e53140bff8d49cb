import {
  accessStatements,
  ACCESS_SERVICES,
  serviceOf,
  type AccessEntry,
} from "../../../../components/access/index.ts";
import type { Target } from "../../../../iam/arn.ts";
import type { Statement } from "../../../../iam/statement.ts";
import { candidateEntries } from "./candidates.ts";
import { Cover, type KeyedRight, rightsOf } from "./cover.ts";
import { joinedEntries } from "./joinedEntries.ts";

/** What statements say, in words of `access` as far as those say exactly the same, and the rest. */
export interface Words {
  readonly access: readonly AccessEntry[];
  readonly statements: readonly Statement[];
}

interface Candidate {
  readonly entry: AccessEntry;
  readonly rights: readonly KeyedRight[];
}

/**
 * Says statements in words. Entries and rest give what the statements give, no right more and no right less: the entries
 * together cover a part of the rights, and that part covers each of them.
 */
export function wordsFor(statements: readonly Statement[], target: Target): Words {
  const all = rightsOf(statements.filter(({ Effect }) => Effect === "Allow"));
  const sound = exactOnes(
    candidateEntries(all, target).map((entry) => ({
      entry,
      rights: rightsOf(accessStatements(entry, target)),
    })),
    all,
  );
  const chosen = needed(sound);
  const said = new Cover(chosen.flatMap(({ rights }) => rights));
  return {
    access: joinedEntries(
      chosen.map(({ entry }) => entry),
      target,
    ),
    statements: statements.flatMap((statement) => unsaid(statement, said)),
  };
}

/** The most entries that together say no more than the rights which they say in full. */
function exactOnes(candidates: readonly Candidate[], all: readonly KeyedRight[]): readonly Candidate[] {
  let left = candidates;
  for (;;) {
    const said = new Cover(left.flatMap(({ rights }) => rights));
    const part = new Cover(all.filter((right) => said.covers(right)));
    const exact = left.filter(({ rights }) => rights.every((right) => part.covers(right)));
    if (exact.length === left.length) return exact;
    left = exact;
  }
}

/** Without entries that the others say already: those that say least go first. */
function needed(candidates: readonly Candidate[]): readonly Candidate[] {
  const place = ({ entry }: Candidate) => ACCESS_SERVICES.indexOf(serviceOf(entry));
  const length = ({ entry }: Candidate) => JSON.stringify(entry).length;
  const inOrder = candidates.toSorted(
    (one, other) =>
      one.rights.length - other.rights.length || place(other) - place(one) || length(other) - length(one),
  );
  const whole = new Cover(candidates.flatMap(({ rights }) => rights));
  const sayers = new Map<string, number>();
  for (const { rights } of candidates)
    for (const { key } of rights) sayers.set(key, (sayers.get(key) ?? 0) + 1);
  const dropped = new Set<Candidate>();
  for (const candidate of inOrder) {
    const alone = candidate.rights.filter(({ key }) => sayers.get(key) === 1);
    // What nothing else says of all candidates, nothing says of those that are left.
    if (alone.some((right) => !whole.coversByOthers(right))) continue;
    if (alone.length > 0) {
      const others = candidates.filter((other) => other !== candidate && !dropped.has(other));
      const cover = new Cover(others.flatMap(({ rights }) => rights));
      if (!alone.every((right) => cover.covers(right))) continue;
    }
    dropped.add(candidate);
    for (const { key } of candidate.rights) sayers.set(key, (sayers.get(key) ?? 0) - 1);
  }
  return candidates.filter((candidate) => !dropped.has(candidate));
}

/** What a statement says beside what is said already: one statement, or several where that leaves holes in it. */
function unsaid(statement: Statement, said: Cover): Statement[] {
  if (statement.Effect === "Deny") return [statement];
  const { Sid, Action, Resource, ...rest } = statement;
  const byResources = new Map<string, { Action: string[]; Resource: string[] }>();
  for (const action of Action) {
    const left = Resource.filter((resource) =>
      rightsOf([{ ...rest, Action: [action], Resource: [resource] }]).some((right) => !said.covers(right)),
    );
    const key = JSON.stringify(left);
    const group = byResources.get(key) ?? { Action: [], Resource: left };
    group.Action.push(action);
    if (left.length > 0) byResources.set(key, group);
  }
  return [...byResources.values()].map((group, index) => ({
    ...(Sid !== undefined && index === 0 && { Sid }),
    ...rest,
    ...group,
  }));
}
