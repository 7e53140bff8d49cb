const steps: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus between the links of a table, over empty cells and hidden rows. */
export function moveByArrowKeys(table: HTMLTableElement): void {
  table.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const cell =
      event.target instanceof Element ? event.target.closest<HTMLTableCellElement>("th, td") : null;
    const row = cell?.closest("tr");
    if (!step || !cell || !row || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = Array.from(table.rows).filter(({ hidden }) => !hidden);
    let [y, x] = [rows.indexOf(row) + step[0], cell.cellIndex + step[1]];
    while (rows[y]?.cells[x] && !rows[y]?.cells[x]?.querySelector("a")) [y, x] = [y + step[0], x + step[1]];
    const link = rows[y]?.cells[x]?.querySelector("a");
    if (!link) return;
    event.preventDefault();
    link.focus();
  });
}
