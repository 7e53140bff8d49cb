import { accessEntry } from "../../../../components/access/accessEntry.ts";
import {
  accessStatements,
  serviceFacts,
  serviceOf,
  type AccessEntry,
} from "../../../../components/access/index.ts";
import type { Target } from "../../../../iam/arn.ts";
import { statementsCover } from "../../../../iam/covers/statementCovers.ts";
import { statementsOf } from "../../../../iam/document/readDocument.ts";

/**
 * Entries that differ only in what they say of one resource, as one with a list: several prefixes of a bucket. Resources
 * keep an entry each, so that a reader finds all about one in one place.
 */
export function joinedEntries(entries: readonly AccessEntry[], target: Target): AccessEntry[] {
  let joined = [...entries];
  const services = [...new Set(entries.map(serviceOf))];
  for (const service of services) {
    const [resource] = serviceFacts[service].fieldNames;
    const fields = serviceFacts[service].fieldNames.filter((name) => name !== resource);
    for (const field of fields) joined = joinedBy(field, joined, target);
  }
  return joined;
}

function joinedBy(field: string, entries: readonly AccessEntry[], target: Target): AccessEntry[] {
  const groups = new Map<string, AccessEntry[]>();
  for (const entry of entries) {
    const others = Object.entries(grantOf(entry)).filter(([name]) => name !== field);
    const key = JSON.stringify([serviceOf(entry), others, field in grantOf(entry) || entries.indexOf(entry)]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < 2) return group;
    const values = group.flatMap((entry) => grantOf(entry)[field]);
    const whole = { [serviceOf(first)]: { ...grantOf(first), [field]: values } } as AccessEntry;
    return isSame(whole, group, target) ? [whole] : group;
  });
}

const grantOf = (entry: AccessEntry) => entry[serviceOf(entry)] as Readonly<Record<string, unknown>>;

function isSame(whole: AccessEntry, parts: readonly AccessEntry[], target: Target): boolean {
  if (!accessEntry.safeParse(whole).success) return false;
  const [one, other] = [[whole], parts].map((entries) =>
    statementsOf(entries.flatMap((entry) => accessStatements(entry, target))),
  );
  return (
    one !== undefined && other !== undefined && statementsCover(one, other) && statementsCover(other, one)
  );
}
