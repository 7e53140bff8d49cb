import assert from "node:assert/strict";
import { findAccessKeys } from "../../secrets/accessKeys.ts";
import { sampleId, sampleSecret } from "../../testing/sampleKeys.ts";

const id = sampleId("AKIA");
const cut = (text: string, ...at: number[]): string[] =>
  [0, ...at].map((start, index) => text.slice(start, at[index] ?? text.length));
const [a = "", b = ""] = cut(id, 4);
const [p = "", q = "", r = ""] = cut(id, 2, 11);
const [s = "", t = ""] = cut(sampleSecret, 17);

const kinds = (text: string): string[] => Array.from(findAccessKeys({ userData: text }), ({ kind }) => kind);

describe("literals joined side by side", () => {
  const ids: [language: string, text: string][] = [
    ["a shell, in double quotes", `KEY="${a}""${b}"`],
    ["a shell, in single quotes", `KEY='${a}''${b}'`],
    ["a shell, in both quotes", `KEY="${a}"'${b}'`],
    ["a shell, bare and quoted", `KEY=${a}"${b}"`],
    ["a shell, quoted and bare", `KEY="${a}"${b}`],
    ["a shell, with empty quotes in a word", `KEY=${a}""${b}`],
    ["a shell, in ANSI quotes", `KEY=$'${a}'$'${b}'`],
    ["a shell, in three pieces", `KEY="${p}"'${q}'"${r}"`],
    ["a shell, over two lines", `KEY="${a}"\\\n"${b}"`],
    ["a shell that appends", `KEY=${a}\nKEY+=${b}\n`],
    ["a shell that prints", `KEY=$(printf '%s%s' ${a} ${b})`],
    ["PowerShell, by plus", `$key = '${a}'+'${b}'`],
    ["PowerShell, by plus over two lines", `$key = '${a}' + \`\n  '${b}'`],
    ["PowerShell, by -join", `$key = -join('${a}','${b}')`],
    ["PowerShell, by -join behind", `$key = ('${a}', '${b}') -join ''`],
    ["PowerShell, by -f", `$key = '{0}{1}' -f '${a}','${b}'`],
    ["PowerShell, by -f in another order", `$key = "{1}{0}" -f "${b}", "${a}"`],
    ["PowerShell, by Concat", `[string]::Concat("${a}", "${b}")`],
    ["PowerShell that appends", `$key = "${a}"\n$key += "${b}"`],
    ["Python, side by side", `key = "${a}" "${b}"`],
    ["Python, in brackets over lines", `key = (\n    "${a}"\n    "${b}"\n)`],
    ["Python, with prefixes", `key = r"${a}" b'${b}'`],
    ["Python, by plus", `key = "${a}" + \\\n  "${b}"`],
    ["Python, by join", `key = "".join(["${p}", "${q}", "${r}"])`],
    ["Python, by format", `key = "{}{}".format("${a}", "${b}")`],
    ["Python, by a percent sign", `key = "%s%s" % ("${a}", "${b}")`],
    ["Python, with a comment between", `key = ("${a}"  # first\n  "${b}")`],
    ["Jinja, by a tilde", `key: {{ "${a}" ~ "${b}" }}`],
    ["Jinja, by two expressions", `key: {{ '${a}' }}{{ '${b}' }}`],
    ["Jinja, behind text", `key: ${a}{{ '${b}' }}`],
    ["Jinja, by join", `key: {{ ['${a}', '${b}'] | join }}`],
    ["PHP, by a point", `$key = '${a}' . "${b}";`],
    ["PHP that appends", `$key = '${a}';\n$key .= '${b}';`],
    ["PHP, by implode", `$key = implode('', ['${a}', '${b}']);`],
    ["JavaScript, by plus", `const key = "${a}" +\n  "${b}";`],
    ["JavaScript, in pieces of a template", `const key = \`\${"${a}"}\${"${b}"}\`;`],
    ["JavaScript, in a piece behind text", `const key = \`${a}\${"${b}"}\`;`],
    ["JavaScript, by join", `const key = ["${a}", "${b}"].join("");`],
    ["JavaScript, by concat", `const key = "${a}".concat("${b}");`],
    ["Terraform", `key = join("", ["${a}", "${b}"])`],
    ["CloudFormation in JSON", `{"Fn::Join": ["", ["${a}", "${b}"]]}`],
    ["CloudFormation in YAML", `Key: !Join ['', ['${a}', '${b}']]`],
    ["SQL", `select '${a}' || '${b}'`],
    ["a block of YAML", `key: >-\n  ${a}\n  ${b}\n`],
    ["YAML, by a backslash at the end of a line", `key: "${a}\\\n  ${b}"`],
  ];
  for (const [language, text] of ids) {
    it(`show a key id in ${language}`, () => {
      assert.deepStrictEqual(kinds(text), ["access key id"]);
    });
    it(`show a key id in ${language}, encoded`, () => {
      assert.deepStrictEqual(kinds(Buffer.from(`#!/bin/x\n${text}\n`).toString("base64")), ["access key id"]);
    });
  }

  const secrets: [language: string, text: string][] = [
    ["a shell", `export AWS_SECRET_ACCESS_KEY="${s}""${t}"`],
    ["a shell, bare and quoted", `export AWS_SECRET_ACCESS_KEY=${s}'${t}'`],
    ["a shell that appends", `AWS_SECRET_ACCESS_KEY="${s}"\nAWS_SECRET_ACCESS_KEY+="${t}"`],
    ["PowerShell, by plus", `$env:AWS_SECRET_ACCESS_KEY = '${s}' + '${t}'`],
    ["PowerShell, by -f", `$env:AWS_SECRET_ACCESS_KEY = '{0}{1}' -f '${s}','${t}'`],
    ["PowerShell, by -join", `$env:AWS_SECRET_ACCESS_KEY = -join('${s}','${t}')`],
    ["Python", `aws_secret_access_key = ("${s}"\n  "${t}")`],
    ["Python, by join", `aws_secret_access_key = "".join(["${s}", "${t}"])`],
    ["Jinja", `aws_secret_access_key: "{{ '${s}' ~ '${t}' }}"`],
    ["PHP that appends", `$aws_secret_access_key = '${s}';\n$aws_secret_access_key .= '${t}';`],
    ["JavaScript", `secretAccessKey: "${s}" + "${t}",`],
  ];
  for (const [language, text] of secrets) {
    it(`show a secret in ${language}`, () => {
      assert.deepStrictEqual(kinds(text), ["secret access key"]);
    });
  }

  const harmless: [name: string, text: string][] = [
    ["a list of short words", `["${a}", "orders", "payments"]`],
    ["the prefix alone", `prefix = "${a}" + suffix`],
    ["a longer word", `key = "x${a}" + "${b}"`],
    ["a name without a value", `{"secret_access_key": "", "other": "${sampleSecret}"}`],
    ["an argument of another name", `f("secret_access_key", "") + g("${sampleSecret}")`],
  ];
  for (const [name, text] of harmless) {
    it(`are no key in ${name}`, () => {
      assert.deepStrictEqual(kinds(text), []);
    });
  }

  const hard: [name: string, text: string][] = [
    ["quotation marks", '"'.repeat(500_000)],
    ["a quotation mark and spaces", `"${" ".repeat(1_000_000)}`],
    ["a quotation mark and brackets", `join "${"({".repeat(500_000)}`],
    ["short literals", `join ${'"a", '.repeat(200_000)}`],
    ["templates", "'{0}' -f 'a' ".repeat(50_000)],
    ["what is appended", "k += 'a';\n".repeat(100_000)],
    ["a long name", `x += 1 ${"k".repeat(1_000_000)}`],
    ["lines of a block", `k: >\n${"  ab\n".repeat(200_000)}`],
  ];
  for (const [name, text] of hard) {
    it(`do not hang on nothing but ${name}`, () => {
      assert.deepStrictEqual(kinds(text), []);
    });
  }
});
