/** Wildcard matching without backtracking into earlier stars, so that no pattern can make it slow. */
export function matches(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let star = -1;
  let resumeAt = 0;
  while (inText < text.length) {
    const expected = pattern[inPattern];
    if (expected === "*") {
      star = inPattern++;
      resumeAt = inText;
    } else if (expected === "?" || expected === text[inText]) {
      inPattern++;
      inText++;
    } else if (star >= 0) {
      inPattern = star + 1;
      inText = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === "*") inPattern++;
  return inPattern === pattern.length;
}
