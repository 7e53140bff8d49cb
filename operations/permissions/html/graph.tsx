/** Where the script of the page draws. */
export function Graph() {
  return (
    <section id="graph" hidden>
      <div class="graph-head">
        <h2 id="graphTitle">From workload to resource</h2>
        <fieldset>
          <legend class="unseen">What to draw</legend>
          <label>
            <input type="radio" name="drawn" checked />
            chosen workload
          </label>
          <label>
            <input type="radio" name="drawn" id="drawAll" />
            all that are found
          </label>
        </fieldset>
        <p class="muted">
          <span class="key key-allow" /> Allow <span class="key key-deny" /> Deny{" "}
          <span class="key key-fence" /> permissions boundary
        </p>
      </div>
      <p id="graphNote" role="status" />
      <div id="graphCanvas" class="scrolls" tabIndex={0} role="region" aria-labelledby="graphTitle" />
    </section>
  );
}
