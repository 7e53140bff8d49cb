import { type AccessEntry, accessStatements } from "../../../components/access/index.ts";
import type { CompiledGrant } from "../../../components/config/compiledWorkload.ts";
import type { Target } from "../../../iam/arn.ts";
import { permits } from "../../../iam/covers/permits.ts";
import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import type { Call } from "../../cloudTrail/call.ts";
import type { Statement } from "../../../iam/statement.ts";
import { allowedActions } from "../grantedActions.ts";
import type { Judge } from "../usage/usage.ts";
import { nothing, type Planned } from "./planned.ts";
import { byEvents, counted, unusedSince } from "./words.ts";

/** Items of lists in an entry of `access`, such as buckets or queues, whose rights were not used. One item always stays. */
export function listProposals(grant: CompiledGrant, index: number, judge: Judge, target: Target): Planned[] {
  const { path, service, entry } = grant;
  const fields = Object.entries(entry[service] as Readonly<Record<string, unknown>>);
  return fields.flatMap(([field, items]) => {
    if (!Array.isArray(items) || items.length < 2) return [];
    const planned = items.flatMap((item: unknown, place): Planned[] => {
      const others = items.filter((_, other) => other !== place);
      const own = accessStatements(withField(grant, field, [item]), target);
      const rest = accessStatements(withField(grant, field, others), target);
      const lost = lostWith(own, rest, service === "s3" && field === "prefix");
      const actions = allowedActions(statementsOf(lost));
      if (lost.length === 0 || actions.length === 0) return [];
      const within = judge.within(statementsOf(lost));
      const judged = [...new Set(actions)].map(within.ofAction);
      if (!judged.every(({ use }) => use === "unused")) return [];
      const because = unusedSince([String(item)], judge.since, []) + byEvents(judged);
      return [
        {
          proposal: {
            at: `${path}.${service}.${field}[${place}]`,
            got: String(item),
            want: nothing,
            because,
          },
          edits: [{ path: ["access", index, service, field, place], values: [] }],
        },
      ];
    });
    return planned.length < items.length ? planned : [];
  });
}

function withField({ service, entry }: CompiledGrant, field: string, value: unknown): AccessEntry {
  return { [service]: { ...entry[service], [field]: value } };
}

/**
 * The statements that an item alone gives. None where what it gives differs by a condition whose key the events do not tell,
 * as with aliases of keys: there nobody can say which item a call used.
 */
function lostWith(
  own: readonly Statement[],
  rest: readonly Statement[],
  tellsConditions: boolean,
): Statement[] {
  const [kept, conditions] = [
    new Set(rest.map(textOf)),
    new Set(rest.map(({ Condition }) => textOf(Condition))),
  ];
  const lost = own.filter((statement) => !kept.has(textOf(statement)));
  const isTold = tellsConditions || lost.every(({ Condition }) => conditions.has(textOf(Condition)));
  return isTold ? lost : [];
}

const textOf = (value: unknown) => JSON.stringify([value]);

/** From so many different keys on, what they have in common is no chance. */
const fewestKeys = 5;

/** The folder of a bucket that holds every key that was used, where a whole bucket or a wider folder is granted. */
export function prefixProposal(
  grant: CompiledGrant,
  index: number,
  judge: Judge,
  target: Target,
): Planned | undefined {
  const { path, entry } = grant;
  const { bucket, prefix } = entry.s3 ?? {};
  if (entry.s3 === undefined || typeof bucket !== "string" || Array.isArray(prefix)) return undefined;
  const statements = statementsOf(grant.statements);
  const calls = judge.callsWithin(statements).filter(({ action }) => action.startsWith("s3:"));
  const keys = [...new Set(calls.flatMap(({ resource }) => keyOf(resource) ?? []))];
  const folder = commonFolder(keys);
  // Keys are kept by folder only where there were too many to be kept one by one.
  const isFolded = keys.some((key) => key.endsWith("/*"));
  if ((!isFolded && keys.length < fewestKeys) || folder === "" || folder === prefix || !isPrefix(folder))
    return undefined;
  const narrower = statementsOf(accessStatements({ s3: { ...entry.s3, prefix: folder } }, target));
  const judged = allowedActions(statements)
    .filter((action) => action.startsWith("s3:"))
    .map(judge.within(statements).ofAction);
  if (judged.some(({ use }) => use === "not tracked")) return undefined;
  if (!calls.every((call) => isSurelyAllowed(narrower, call))) return undefined;
  const total = calls.reduce((sum, { count }) => sum + count, 0);
  const because = `all of its ${counted(total, "call")} were below ${folder}, on ${isFolded ? "many keys" : counted(keys.length, "key")}, by the events`;
  return {
    proposal: {
      at: prefix === undefined ? `${path}.s3.bucket` : `${path}.s3.prefix`,
      got: prefix === undefined ? bucket : prefix,
      want: prefix === undefined ? `${bucket} with prefix ${folder}` : folder,
      because,
    },
    edits: [
      prefix === undefined
        ? {
            path: ["access", index, "s3", "bucket"],
            values: [bucket],
            added: { key: "prefix", value: folder },
          }
        : { path: ["access", index, "s3", "prefix"], values: [folder] },
    ],
  };
}

/** A list of keys says of which folder it was; where that was not kept, it may be of another. */
function isSurelyAllowed(
  statements: readonly PolicyStatement[],
  { action, resource, context }: Call,
): boolean {
  if (/^s3:ListBucket(?:Versions)?$/.test(action) && context === undefined) return false;
  return permits(statements, action, resource, context);
}

const keyOf = (arn: string) => /^[^:]*:[^:]*:s3:::[^/]+\/(.*)$/s.exec(arn)?.[1];

/** What all keys begin with, up to its last slash. */
function commonFolder(keys: readonly string[]): string {
  const [first = "", ...others] = keys.map((key) => key.replace(/\*$/, ""));
  let common = first;
  for (const key of others) while (!key.startsWith(common)) common = common.slice(0, -1);
  return common.slice(0, common.lastIndexOf("/") + 1);
}

/** Whether `access` takes a text as a prefix. */
const isPrefix = (text: string) => /^[\u0020-\u00ff]+$/.test(text) && !/[*?$]/.test(text);
