import { Mark, toneOf } from "./marks";
import { meanings, type Group } from "./verdicts";
import { Workload } from "./workload";

/** All roles of one verdict. */
export function VerdictGroup({ group: { verdict, workloads } }: { readonly group: Group }) {
  const id = toneOf(verdict);
  return (
    <section aria-labelledby={id} class={id}>
      <h2 id={id} class="verdict-title">
        <Mark of={verdict} />
        {verdict.charAt(0).toUpperCase() + verdict.slice(1)} <span class="muted">{workloads.length}</span>
      </h2>
      <p class="muted meaning">{meanings[verdict]}</p>
      {workloads.map((workload) => (
        <Workload key={workload.name} workload={workload} />
      ))}
    </section>
  );
}
