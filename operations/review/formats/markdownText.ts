/** Text that came from elsewhere, so that Markdown shows it as it is, also in a table. */
export function prose(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>|#~&]/g, "\\$&")
    .replace(/@/g, "&#64;");
}

/** Text as code in a table, whatever backticks and pipes it holds; one without pipes may stand anywhere. */
export function code(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const padding = /^`|`$/.test(text) ? " " : "";
  return `${fence}${padding}${text.replace(/\s+/g, " ").replaceAll("|", "\\|")}${padding}${fence}`;
}

/** A block of code. */
export function fenced(language: string, text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n?$/, "\n")}${fence}`;
}

/** A table; its cells are Markdown already. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}
