import { day } from "../proposals/words";
import type { ReviewedWorkload } from "../review";
import { Effect } from "./effect";
import { Mark, toneOf } from "./marks";
import { Proposals } from "./proposals";
import { Services } from "./services";
import { anchorOf } from "./verdicts";

/** One role: what it is, what could change and what that does, and what it used. */
export function Workload({ workload }: { readonly workload: ReviewedWorkload }) {
  const { name, roleName, roleArn, createdAt, lastUsed, verdict, services, proposals, effect } = workload;
  const id = anchorOf(workload);
  return (
    <article id={id} aria-labelledby={`${id}-name`} class="workload">
      <header>
        <h3 id={`${id}-name`}>{name}</h3>
        <span class={`badge ${toneOf(verdict)}`}>
          <Mark of={verdict} />
          {verdict}
        </span>
      </header>
      <dl class="facts role">
        <div>
          <dt>Last used</dt>
          <dd>{lastUsed === undefined ? "never, as far as AWS tracks it" : day(lastUsed)}</dd>
        </div>
        <div>
          <dt>Created</dt>
          <dd>{day(createdAt)}</dd>
        </div>
        <div>
          <dt>Role</dt>
          <dd>
            <code>{roleName}</code>
            <code class="muted arn">{roleArn}</code>
          </dd>
        </div>
      </dl>
      <Proposals proposals={proposals} />
      {effect && <Effect diff={effect} />}
      <Services services={services} />
    </article>
  );
}
