/** A literal with places, the operator or call that fills them, and the literals that are put there. */
const template =
  /["'`]([^"'`\n]{2,120})["'`]\s*\)?\s*(?:-f|\.format\s*\(|%|,)\s*((?:[rbuf@(\s]{0,4}["'`][^"'`\n]{0,120}["'`][\s,)]{0,4}){1,20})/g;
const printf =
  /\bprintf\s+(?:-v\s+\w+\s+)?(?:--\s+)?["']([^"'\n]{2,120})["']((?:[ \t]+["']?[\w/+=]{1,64}["']?){1,10})/g;
const place = /\{(\d{0,2})\}|%s/g;

/** Templates with their places filled: of PowerShell (`-f`), Python (`format`, `%`), Terraform and shells. */
export function filledTemplates(text: string): string {
  if (!/\{\d{0,2}\}|%s/.test(text)) return text;
  return text
    .replace(template, (whole, form: string, values: string) => {
      const literals = Array.from(values.matchAll(/["'`]([^"'`\n]*)["'`]/g), ([, literal = ""]) => literal);
      return filled(whole, form, literals);
    })
    .replace(printf, (whole, form: string, values: string) =>
      filled(whole, form, values.trim().replace(/["']/g, "").split(/\s+/)),
    );
}

function filled(whole: string, form: string, values: readonly string[]): string {
  if (form.search(place) < 0) return whole;
  let next = 0;
  const text = form.replace(place, (_, index?: string) => {
    const number = index === undefined || index === "" ? next++ : Number(index);
    return values[number] ?? "";
  });
  return `"${text}"`;
}
