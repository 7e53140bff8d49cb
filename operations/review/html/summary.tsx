import { Facts } from "../../html/facts";
import { counted, day } from "../proposals/words";
import type { Review } from "../review";
import { Fold } from "./fold";
import { Mark, toneOf } from "./marks";
import { anchorOf, type Group } from "./verdicts";
import { headline, minute, summaryOf } from "./words";

/** So many names of workloads are read at a glance. */
const mostNames = 12;

/** What was reviewed, what came out, and the way to each role. */
export function Summary({ review, groups }: { readonly review: Review; readonly groups: readonly Group[] }) {
  const { stack, account, region, days, since, reviewedAt } = review;
  const facts = [
    ["Stack", stack],
    ["Account", account],
    ["Region", region],
    ["Window", `${day(since)} to ${day(reviewedAt)}, ${counted(days, "day")}`],
    ["Reviewed", minute(reviewedAt)],
  ] as const;
  const said = headline(review);
  return (
    <header class="summary">
      <p class="kicker">Access review: what roles hold, and what they used</p>
      <h1>{`${said.charAt(0).toUpperCase()}${said.slice(1)}`}</h1>
      <p class="lead">{summaryOf(review)}</p>
      <Facts facts={facts} />
      <nav aria-label="Roles by verdict">
        <ul class="verdicts">
          {groups.map((group) => (
            <VerdictCard key={group.verdict} group={group} />
          ))}
        </ul>
        <p class="onward">
          <a href="#patch">The patch</a> <a href="#not-tracked">What AWS does not track</a>
        </p>
      </nav>
    </header>
  );
}

function VerdictCard({ group: { verdict, workloads } }: { readonly group: Group }) {
  return (
    <li class={toneOf(verdict)}>
      <p class="verdict-count">
        <Mark of={verdict} />
        <strong>{workloads.length}</strong> <a href={`#${toneOf(verdict)}`}>{verdict}</a>
      </p>
      <Fold count={workloads.length} nouns="roles" most={mostNames}>
        <ul class="names">
          {workloads.map((workload) => (
            <li key={workload.name}>
              <a href={`#${encodeURIComponent(anchorOf(workload))}`}>{workload.name}</a>
            </li>
          ))}
        </ul>
      </Fold>
    </li>
  );
}
