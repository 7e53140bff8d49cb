import { stringify } from "yaml";
import { accessEntry } from "../../components/access/accessEntry.ts";
import {
  ACCESS_SERVICES,
  accessStatements,
  atLevel,
  serviceFacts,
  type AccessEntry,
  type AccessService,
} from "../../components/access/index.ts";
import { needsNoGrant } from "../../components/access/needsNoGrant.ts";
import type { Words } from "../../components/access/service.ts";
import type { Statement } from "../../iam/statement.ts";

interface PageWords {
  readonly title: string;
  readonly opening: string;
  readonly head: readonly string[];
  readonly key: string;
  readonly condition: string;
  readonly free: { readonly title: string; readonly opening: string; readonly head: readonly string[] };
}

const pages: Readonly<Record<keyof Words, PageWords>> = {
  english: {
    title: "The services of `access`",
    opening:
      "What each word of an `access` entry becomes, for the entry shown. A resource is a name in the account and region of the stack, an ARN, or a list of these. This page is written by `npm run docs`.",
    head: ["`level`", "actions", "on"],
    key: "Where a KMS key of your own encrypts it, `key` has to name that key: without it AWS denies the calls, unless the key's own policy allows them.",
    condition: "where",
    free: {
      title: "What needs no grant",
      opening:
        "IAM has no say in this data; a password for it in Secrets Manager is a grant of `secretsmanager`.",
      head: ["what", "why"],
    },
  },
  korean: {
    title: "`access`의 서비스",
    opening:
      "`access` 항목의 각 단어가 무엇이 되는지, 아래에 보인 항목을 기준으로 적습니다. 리소스는 스택의 계정과 리전에 있는 이름, ARN, 또는 그 목록입니다. 이 문서는 `npm run docs`가 씁니다.",
    head: ["`level`", "작업", "대상"],
    key: "직접 관리하는 KMS 키로 암호화했다면 `key`에 그 키를 적어야 합니다. 적지 않으면 키 정책이 따로 허용하지 않는 한 AWS가 호출을 거부합니다.",
    condition: "조건",
    free: {
      title: "권한이 필요 없는 것",
      opening:
        "아래 데이터에는 IAM이 관여하지 않습니다. 비밀번호를 Secrets Manager에 두었다면 `secretsmanager` 권한으로 읽습니다.",
      head: ["대상", "이유"],
    },
  },
};

/** Where resources of the page are. */
const target = { account: "111122223333", region: "eu-central-1", partition: "aws" };

/** One page in Markdown with the words of all services, what they become, and an entry of each. */
export function accessPage(language: keyof Words): string {
  const words = pages[language];
  const services = ACCESS_SERVICES.map((service) => section(service, language));
  return [`# ${words.title}`, words.opening, freeData(language), ...services].join("\n\n");
}

function freeData(language: keyof Words): string {
  const { title, opening, head } = pages[language].free;
  const rows = needsNoGrant.map(({ what, why, page }) => [`[${what[language]}](${page})`, why[language]]);
  return [`## ${title}`, opening, tableOf(head, rows)].join("\n\n");
}

function section(service: AccessService, language: keyof Words): string {
  const words = pages[language];
  const { description, examples, takesKey } = serviceFacts[service];
  const entries = examples.map((grant): AccessEntry => ({ [service]: grant }));
  const yaml = stringify(entries, { collectionStyle: "any", lineWidth: 0 }).trim();
  return [
    `## ${service}`,
    [description[language], ...(takesKey ? [words.key] : [])].join(" "),
    `\`\`\`yaml\naccess:\n${yaml.replace(/^/gm, "  ")}\n\`\`\``,
    table(service, entries, words),
  ].join("\n\n");
}

function table(service: AccessService, entries: readonly AccessEntry[], words: PageWords): string {
  const rows = Object.keys(serviceFacts[service].levels).flatMap((level) => {
    const grants = entries.map((entry) => atLevel(entry, level)).filter(isRight);
    const code = `\`${level}\``;
    const statements = grants.flatMap((grant) => accessStatements(grant, target));
    return distinct(statements.map((statement) => row(statement, words))).map((cells, index) => [
      index === 0 ? code : "",
      ...cells,
    ]);
  });
  return tableOf(words.head, rows);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const isRight = (entry: AccessEntry) => accessEntry.safeParse(entry).success;

function row({ Action, Resource, Condition }: Statement, words: PageWords): string[] {
  const limits = Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `\`${key}\` ${operator} ${coded(values)}`),
  );
  const on = [coded(Resource), ...(limits.length > 0 ? [`${words.condition} ${limits.join(", ")}`] : [])];
  return [coded(Action), on.join(", ")];
}

const coded = (texts: readonly string[]) => texts.map((text) => `\`${text}\``).join(", ");

function distinct(rows: readonly string[][]): string[][] {
  return [...new Map(rows.map((cells) => [cells.join(" | "), cells])).values()];
}
