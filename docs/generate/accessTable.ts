import { ACCESS_SERVICES, serviceFacts } from "../../components/access/index.ts";
import type { Words } from "../../components/access/service.ts";

const heads: Readonly<Record<keyof Words, readonly string[]>> = {
  english: ["`access`", "what", "names", "`level`"],
  korean: ["`access`", "대상", "이름", "`level`"],
};

/** The services of `access` as a table in Markdown, for a README. */
export function accessTable(language: keyof Words): string {
  const rows = ACCESS_SERVICES.map((service) => {
    const { description, fieldNames, names, levels } = serviceFacts[service];
    return [
      code([service]),
      description[language].replace(/\.$/, ""),
      names?.[language] ?? code(fieldNames),
      code(Object.keys(levels)),
    ];
  });
  const head = heads[language];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function code(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
