/**
 * A text with other content between the marks of a name: `<!-- NAME: the command that writes it -->` and `<!-- /NAME -->`.
 *
 * @throws Error where the text has no such marks.
 */
export function replaceMarked(text: string, name: string, content: string): string {
  const marks = new RegExp(String.raw`(<!-- ${name}: [^\n]*-->\n)[\s\S]*?(<!-- /${name} -->)`);
  if (!marks.test(text)) throw new Error(`no "<!-- ${name}: … -->" with its "<!-- /${name} -->": add both`);
  return text.replace(marks, (_, start: string, end: string) => `${start}\n${content}\n\n${end}`);
}
