/** So many rows are laid out between two keystrokes without anybody noticing; a window shows fewer. */
const atOnce = 40;

/** In milliseconds: leaves the browser time to paint and to take the next keystroke. */
const pause = 30;

let waiting: number | undefined;

/**
 * Hides all other rows and shows these, the first at once and the rest bit by bit, so that a keystroke never waits for rows that
 * nobody sees yet.
 */
export function showRows(
  rows: readonly HTMLTableRowElement[],
  shown: ReadonlySet<HTMLTableRowElement>,
): void {
  window.clearTimeout(waiting);
  for (const row of rows) if (!shown.has(row)) row.hidden = true;
  reveal([...shown].filter(({ hidden }) => hidden));
}

function reveal(rows: readonly HTMLTableRowElement[]): void {
  for (const row of rows.slice(0, atOnce)) row.hidden = false;
  if (rows.length <= atOnce) return;
  waiting = window.setTimeout(() => {
    reveal(rows.slice(atOnce));
  }, pause);
}

/** Scrolls the box of a table, and not the page, to a row that it hides. */
export function scrollToRow(row: HTMLTableRowElement): void {
  const table = row.closest("table");
  const box = table?.parentElement;
  if (!box) return;
  const top = row.offsetTop - (table.tHead?.offsetHeight ?? 0);
  const isAbove = top < box.scrollTop;
  const isBelow = row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight;
  if (isAbove || isBelow) box.scrollTop = top;
}
