import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import type { Place } from "../../../components/config/stackFile/goYaml.ts";
import { readGoYaml } from "../../../components/config/stackFile/goYaml.ts";
import { findingKey } from "../../../iam/finding.ts";
import type { Exceptions } from "../../../policypack/exceptions/exceptions.ts";
import { readExceptions } from "../../../policypack/exceptions/readExceptions.ts";
import { policies } from "../../../policypack/policies/index.ts";
import { anyAccount } from "../../stackFile/accountIn.ts";
import type { JudgedFinding } from "./judged.ts";
import { START } from "./places.ts";

/** Where the exceptions of a project are, relative to it. */
export const EXCEPTIONS_FILE = "policypack/exceptions.yaml";

/** The exceptions of a project, and where each stands. */
export interface PackFile {
  readonly entries: Exceptions;
  /** Account numbers that the file names. */
  readonly accounts: readonly string[];
  /** Where an entry stands, by its words or by its position in the list. */
  readonly placeOf: (
    entry: { readonly policy: string; readonly urn: string; readonly finding: string } | number,
  ) => Place;
}

/** Reads the exceptions of a project; where there are none, nothing is excused. */
export async function packFile(project: string): Promise<PackFile> {
  const file = path.join(project, EXCEPTIONS_FILE);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const { value, placeOf } = readGoYaml(text);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return {
    entries: await readExceptions(
      file,
      policies.map(({ name }) => name),
    ),
    accounts: [...new Set(text.match(/(?<!\d)\d{12}(?!\d)/g) ?? [])],
    placeOf: (entry) => {
      const index = typeof entry === "number" ? entry : list.findIndex((item) => isEntry(item, entry));
      return placeOf([index]) ?? START;
    },
  };
}

function isEntry(item: unknown, entry: object): boolean {
  if (typeof item !== "object" || item === null) return false;
  return Object.entries(entry).every(([key, value]) => (item as Record<string, unknown>)[key] === value);
}

/**
 * Whether an exception lets a finding pass. An ARN of this account has its number in the words of the pack, which no file tells where
 * the credentials alone do: any number that the exceptions name will do for it then.
 */
export function excused(
  { policy, urn, finding }: JudgedFinding,
  { entries, accounts }: Pick<PackFile, "entries" | "accounts">,
  account: string,
): ReturnType<Exceptions["judge"]> {
  const isOpen = account === anyAccount && findingKey(finding).includes(anyAccount);
  for (const number of isOpen ? accounts : []) {
    const got = finding.got.replaceAll(anyAccount, number);
    const judgement = entries.judge(policy.name, urn, { ...finding, got });
    if (judgement.entry !== undefined) return judgement;
  }
  return entries.judge(policy.name, urn, finding);
}
