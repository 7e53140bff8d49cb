import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { projectFolder } from "../../sandbox/paths.ts";
import { believableText } from "../components/access/believable/stackFile.ts";

const read = (file: string) => readFileSync(path.join(projectFolder, file), "utf8");

/** The commands of a text, in order. */
const commands = (text: string) => Array.from(text.matchAll(/^\$ (.+)$/gm), ([, command]) => command);

/** How deep each heading is, in order. */
const outline = (text: string) => {
  const prose = text.replace(/^```[^]*?^```$/gm, "");
  return Array.from(prose.matchAll(/^(#+) /gm), ([, marks]) => marks?.length);
};

/** The files of this repository that a text leads to, in order. */
const links = (text: string) =>
  Array.from(text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g), ([, target]) => target ?? "");

describe("the README in Korean", () => {
  const [english, korean] = [read("README.md"), read("README.ko.md")];

  it("has the same commands as the one in English, in the same order", () => {
    assert.deepEqual(commands(korean), commands(english));
  });

  it("has the same chapters", () => {
    assert.deepEqual(outline(korean), outline(english));
  });
});

describe("the README in both languages", () => {
  it("shows a workload of Kafka Connect as it is deployed, proved and reviewed in the engine tests", () => {
    const [, access = ""] =
      /^ {4}kafka-connect:\n[^]*?^ {6}(access:\n(?: {8}.*\n)+)/m.exec(believableText) ?? [];
    const block = `\`\`\`yaml\n${access.replaceAll(/^ {6}/gm, "")}\`\`\`\n`;
    assert.match(block, /kafka: /);
    const shown = ["README.md", "README.ko.md"].filter((file) => read(file).includes(block));
    assert.deepEqual(shown, ["README.md", "README.ko.md"]);
  });
});

describe("the pages for readers", () => {
  const guides = [...new Set(links(read("README.md")).filter((file) => file.startsWith("docs/guides/")))];

  it("lead to files that exist", () => {
    const pages = ["README.md", "README.ko.md", "CONTRIBUTING.md", ...guides];
    const broken = pages.flatMap((page) =>
      links(read(page))
        .map((target) => path.join(path.dirname(page), target))
        .filter((target) => !existsSync(path.join(projectFolder, target)))
        .map((target) => `${page} → ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it("are the same guides in both languages", () => {
    const korean = [
      ...new Set(links(read("README.ko.md")).filter((file) => file.startsWith("docs/guides/"))),
    ];
    assert.deepEqual(korean, guides);
  });

  it("call scripts that the project has", () => {
    const { scripts } = JSON.parse(read("package.json")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const called = ["README.md", "CONTRIBUTING.md", ...guides].flatMap((page) =>
      Array.from(read(page).matchAll(/npm run (?:--silent )?([\w:]+)/g), ([, script]) => script ?? ""),
    );
    assert.deepEqual(
      [...new Set(called)].filter((script) => !(script in scripts)),
      [],
    );
  });
});
