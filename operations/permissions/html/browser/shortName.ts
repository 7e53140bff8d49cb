/** The end of a name in at most so many characters: it tells names apart best. It starts with a word where one starts soon. */
export function shortName(name: string, most: number): string {
  if (name.length <= most) return name;
  const end = name.slice(1 - most);
  const word = end.search(/[-/:.]\w/) + 1;
  return `…${word < end.length / 3 ? end.slice(word) : end}`;
}
