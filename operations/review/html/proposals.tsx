import type { Proposal } from "../review";
import { Fold } from "./fold";

/** So many remarks are read before the services; more would hide them. */
const mostRemarks = 3;

/** What could be changed, then what stays and why. */
export function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const changes = proposals.filter(({ want }) => want !== undefined);
  const remarks = proposals.filter(({ want }) => want === undefined);
  return (
    <>
      {changes.length > 0 && (
        <section>
          <h4>Proposed</h4>
          <ProposalList proposals={changes} />
        </section>
      )}
      {remarks.length > 0 && (
        <section>
          <h4>Left as it is</h4>
          <Fold count={remarks.length} nouns="places" most={mostRemarks}>
            <ProposalList proposals={remarks} />
          </Fold>
        </section>
      )}
    </>
  );
}

function ProposalList({ proposals }: { readonly proposals: readonly Proposal[] }) {
  return (
    <ul class="proposals">
      {proposals.map(({ at, got, want, because }) => (
        <li key={`${at} ${got}`}>
          <p class="change">
            {want === undefined ? (
              <code>{got}</code>
            ) : (
              <>
                <del>
                  <code>{got}</code>
                </del>
                <span class="arrow" aria-label="becomes">
                  →
                </span>
                <ins>
                  <code>{want}</code>
                </ins>
              </>
            )}
          </p>
          <p>{because}</p>
          <p class="muted at">
            <code>{at}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}
