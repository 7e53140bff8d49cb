import { givesMore, type PermissionDiff, shownChange } from "../../permissionDiff";

/** What a patch does to the rights of a role. */
export function Effect({ diff: { changes, widens, doubts } }: { readonly diff: PermissionDiff }) {
  return (
    <section>
      <h4>Effect on the rights of the role</h4>
      {widens && <p class="warning">It may also allow what is not allowed now.</p>}
      {changes.length + doubts.length === 0 ? (
        <p>It allows the same as before.</p>
      ) : (
        <ul class="effect">
          {changes.map((change) => (
            <li key={shownChange(change)} class={givesMore(change) ? "more" : "less"}>
              {shownChange(change)}
            </li>
          ))}
          {doubts.map((doubt) => (
            <li key={doubt} class="doubt">
              {doubt}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
