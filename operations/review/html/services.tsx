import { counted, day } from "../proposals/words";
import type { ReviewedAction, ReviewedService } from "../review";
import { Fold } from "./fold";
import { Mark, toneOf } from "./marks";
import { countsOf } from "./words";

/** So many actions are read at a glance. */
const mostActions = 12;

const uses = ["unused", "used", "not tracked"] as const;

/** What a role may do, service by service, and what of it was used. */
export function Services({ services }: { readonly services: readonly ReviewedService[] }) {
  if (services.length === 0) return <p class="muted">This role is granted no action.</p>;
  const actions = services.flatMap((service) => service.actions);
  const counts = countsOf(actions);
  const shown = uses.filter((use) => counts[use] > 0).map((use) => `${counts[use]} ${use}`);
  return (
    <details class="services">
      <summary>
        <h4>{counted(services.length, "service")}</h4>
        <span class="muted">
          {counted(actions.length, "action")}: {shown.join(", ")}
        </span>
      </summary>
      <ul>
        {services.map((service) => (
          <Service key={service.namespace} service={service} />
        ))}
      </ul>
    </details>
  );
}

function Service({
  service: { namespace, name, lastUsed, used, actions },
}: {
  readonly service: ReviewedService;
}) {
  const last = lastUsed === undefined ? "never used" : `last used ${day(lastUsed)}`;
  return (
    <li>
      <p class="service">
        <strong>{name}</strong> <code class="muted">{namespace}</code>
        <span class={`use ${toneOf(used ? "used" : "unused")}`}>
          <Mark of={used ? "used" : "unused"} />
          {used || lastUsed === undefined ? last : `not in the window, ${last}`}
        </span>
      </p>
      <dl class="uses">
        {uses.map((use) => (
          <Actions key={use} use={use} actions={actions.filter((action) => action.use === use)} />
        ))}
      </dl>
    </li>
  );
}

interface ActionsProps {
  readonly use: ReviewedAction["use"];
  readonly actions: readonly ReviewedAction[];
}

function Actions({ use, actions }: ActionsProps) {
  if (actions.length === 0) return null;
  return (
    <div>
      <dt class={`use ${toneOf(use)}`}>
        <Mark of={use} />
        {actions.length} {use}
      </dt>
      <dd>
        <Fold count={actions.length} nouns="actions" most={mostActions}>
          <ul class="actions">
            {actions.map(({ action, lastUsed }) => (
              <li key={action}>
                <code>{action.slice(action.indexOf(":") + 1)}</code>
                {lastUsed !== undefined && <span class="muted"> {day(lastUsed)}</span>}
              </li>
            ))}
          </ul>
        </Fold>
      </dd>
    </div>
  );
}
