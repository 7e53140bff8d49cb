import type { CompiledGrant } from "../../../components/config/compiledWorkload.ts";
import { accessStatements, atLevel, smallerLevels } from "../../../components/access/index.ts";
import type { Target } from "../../../iam/arn.ts";
import { describeGrant } from "../../probes/expectations.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { allowedActions } from "../grantedActions.ts";
import type { ReviewedAction } from "../review.ts";
import type { Judge } from "../usage/usage.ts";
import { nothing, type Planned, remark } from "./planned.ts";
import { listProposals, prefixProposal } from "./resources.ts";
import { actionsThatAre, byEvents, day, listed, unusedSince } from "./words.ts";

/** What could be smaller in `access`. */
export function accessProposals(grants: readonly CompiledGrant[], judge: Judge, target: Target): Planned[] {
  const planned = grants.map((grant, index) => grantProposals(grant, index, judge, target));
  const kept = grants.filter((_, index) => planned[index]?.some(isWhole) !== true);
  return [...planned.flat(), ...sharedServices(kept, judge)];
}

/** Whether an entry goes as a whole. */
const isWhole = ({ proposal, edits }: Planned) =>
  proposal.want === nothing && edits.some(({ path }) => path.length === 2);

function grantProposals(grant: CompiledGrant, index: number, all: Judge, target: Target): Planned[] {
  const judge = all.within(statementsOf(grant.statements));
  const actions = judged(allowedActions(statementsOf(grant.statements)), judge);
  if (actions.every(({ use }) => use === "unused")) {
    const what = judge.ofService(grant.service).used ? names(actions) : [grant.service];
    const because = unusedSince(what, judge.since, lastUses(actions)) + byEvents(actions);
    return [
      {
        proposal: { at: grant.path, got: describeGrant(grant), want: nothing, because },
        edits: [{ path: ["access", index], values: [] }],
      },
    ];
  }
  return [
    levelProposal(grant, index, judge, target),
    ...listProposals(grant, index, judge, target),
    prefixProposal(grant, index, judge, target),
  ].flatMap((plan) => plan ?? []);
}

/** A lower level whose actions leave out nothing that is or may be in use. */
function levelProposal(
  { path, service, entry }: CompiledGrant,
  index: number,
  judge: Judge,
  target: Target,
): Planned | undefined {
  const { level } = entry[service] as { readonly level: string };
  const at = `${path}.${service}.level`;
  const granted = allowedActions(statementsOf(accessStatements(entry, target)));
  const options = smallerLevels(entry).map((lower) => {
    const kept = allowedActions(statementsOf(accessStatements(atLevel(entry, lower), target)));
    const dropped = judged(
      granted.filter((action) => !kept.includes(action)),
      judge,
    );
    return { lower, kept, dropped };
  });
  const [smallest] = options
    .filter(({ dropped }) => dropped.every(({ use }) => use === "unused"))
    .sort((one, other) => one.kept.length - other.kept.length);
  if (smallest) {
    const { lower, dropped } = smallest;
    const because = unusedSince(names(dropped), judge.since, lastUses(dropped)) + byEvents(dropped);
    const edits = [{ path: ["access", index, service, "level"], values: [lower] }];
    return { proposal: { at, got: level, want: lower, because }, edits };
  }
  const hint = options.find(
    ({ dropped }) =>
      dropped.some(({ use }) => use === "unused") && !dropped.some(({ use }) => use === "used"),
  );
  if (hint === undefined) return undefined;
  const unused = unusedSince(actionsThatAre("unused", hint.dropped), judge.since, lastUses(hint.dropped));
  const untracked = listed(actionsThatAre("not tracked", hint.dropped));
  return remark(at, level, `${unused}, but AWS does not track ${untracked}: ${hint.lower} may be enough`);
}

/** Of several entries of a service in use, AWS does not say which: that is said once for each service. */
function sharedServices(grants: readonly CompiledGrant[], judge: Judge): Planned[] {
  return [...new Set(grants.map(({ service }) => service))].flatMap((service) => {
    const entries = grants.filter((grant) => grant.service === service);
    const [first] = entries;
    if (first === undefined || entries.length < 2 || !judge.ofService(service).used) return [];
    if (judge.tellsResources(service)) return [];
    const places = entries.map(({ path }) => path.slice(path.lastIndexOf("[")));
    const because = `${service} was used since ${day(judge.since)}, and AWS does not say on which of their resources`;
    const at = first.path.slice(0, first.path.lastIndexOf("["));
    return [remark(at, `${entries.length} ${service} entries, ${listed(places)}`, because)];
  });
}

function judged(actions: readonly string[], judge: Judge): ReviewedAction[] {
  return [...new Set(actions)].map(judge.ofAction);
}

const names = (actions: readonly ReviewedAction[]) => actions.map(({ action }) => action);

const lastUses = (actions: readonly ReviewedAction[]) => actions.map(({ lastUsed }) => lastUsed);
