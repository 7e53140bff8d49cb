/**
 * The candidate that a mistyped word most likely meant, or undefined where none is close. Case does not count. A short
 * word is close to another only by one slip, since two letters are half of it: `ec2` is not `ecr`.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const written = word.toLowerCase();
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const meant = candidate.toLowerCase();
    const distance = editDistance(written, meant);
    if (isClose(written, meant, distance) && (best === undefined || distance < best.distance))
      best = { candidate, distance };
  }
  return best?.candidate;
}

const LONGEST_SHORT_WORD = 4;

function isClose(written: string, meant: string, distance: number): boolean {
  if (Math.min(written.length, meant.length) > LONGEST_SHORT_WORD)
    return distance <= Math.max(2, Math.floor(written.length / 3));
  return distance === 0 || isOneSlip(written, meant);
}

/** `; did you mean "x"?`, or nothing where no candidate is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const suggestion = nearest(word, candidates);
  return suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
}

/** Insertions, deletions and replacements that turn one word into the other (Levenshtein). */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** Whether two words differ by one character that is more, less or another, or by two that changed places. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (
    (left.length <= 1 && right.length <= 1 && left !== right) ||
    (left.length === 2 &&
      right.length === 2 &&
      left.charAt(0) + left.charAt(1) === right.charAt(1) + right.charAt(0))
  );
}
