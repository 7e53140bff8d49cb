/** The one field that finds workloads. The script of the page reveals it. */
export function Search() {
  return (
    <search id="search" hidden>
      <label for="searchField">Find workloads</label>
      <input
        id="searchField"
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder="s3 write, a bucket, iam:PassRole …"
        aria-describedby="searchHelp"
        aria-keyshortcuts="/"
      />
      <p id="searchCount" role="status" />
      <p id="searchHelp" class="muted">
        <kbd>/</kbd> search <kbd>Esc</kbd> clear <kbd>↑ ↓ ← →</kbd> move in the matrix
      </p>
    </search>
  );
}
