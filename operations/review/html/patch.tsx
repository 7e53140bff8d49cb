import type { Review } from "../review";

/** The change of the stack file, and how to apply it. */
export function Patch({ review }: { readonly review: Review }) {
  const { stack, days, patch } = review;
  return (
    <section aria-labelledby="patch">
      <h2 id="patch">The patch</h2>
      {patch === undefined ? (
        <p>{whyNone(review)}</p>
      ) : (
        <>
          <p>
            It changes the stack file only, and nothing is applied until you do it. In the project, on a
            branch of its own:
          </p>
          <pre class="scrolls" tabIndex={0} role="region" aria-label="How to apply the patch">
            <code>{`npm run --silent review -- --stack ${stack} --days ${days} --format patch | git apply`}</code>
          </pre>
          <pre class="scrolls patch" tabIndex={0} role="region" aria-label="The patch itself">
            <code>{shownLines(patch)}</code>
          </pre>
        </>
      )}
    </section>
  );
}

function whyNone({ workloads }: Review): string {
  const proposed = workloads.some(({ proposals }) => proposals.some(({ want }) => want !== undefined));
  return proposed
    ? "No proposal could be put into a patch; each role says why."
    : "Nothing can be proposed, so there is no patch.";
}

/** Each line with its own line end, and what it is. The names of the file stand before the first place. */
function shownLines(patch: string) {
  const lines = patch.match(/.*\n|.+$/g) ?? [];
  const firstPlace = lines.findIndex((line) => line.startsWith("@@"));
  return lines.map((line, index) => {
    if (index < firstPlace || line.startsWith("@@")) return <span class="place">{line}</span>;
    if (line.startsWith("-")) return <del>{line}</del>;
    if (line.startsWith("+")) return <ins>{line}</ins>;
    return line;
  });
}
