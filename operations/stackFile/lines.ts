/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line after that of an offset starts. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** What stands before an offset on its line. */
export function before(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}

/** Where the comments end that follow the line of an offset directly and stand deeper than a column. */
export function commentsBelow(text: string, offset: number, column: number): number {
  let end = lineEnd(text, offset);
  for (;;) {
    const comment = /^([ \t]*)#/.exec(text.slice(end, lineEnd(text, end)));
    if (comment === null || (comment[1] ?? "").length <= column) return end;
    end = lineEnd(text, end);
  }
}

/** Where the comments start that stand directly above the line of an offset, no deeper than it. */
export function commentsAbove(text: string, offset: number): number {
  let start = lineStart(text, offset);
  const indent = offset - start;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const comment = /^([ \t]*)#/.exec(text.slice(above, start));
    if (comment === null || (comment[1] ?? "").length > indent) break;
    start = above;
  }
  return start;
}
