import { Document, isCollection, visit } from "yaml";
import type { Block } from "../stackFile/block.ts";
import type { Proposal } from "./proposed.ts";

/** What of a proposal goes into a stack file, by the keys of a workload; keys of which there is nothing are left out. */
export interface ProposedRights {
  readonly access?: readonly unknown[];
  readonly statements?: readonly unknown[];
}

export function rightsIn({ access, statements }: Proposal): ProposedRights {
  return {
    ...(access.length > 0 && { access: access.map(({ entry }) => entry) }),
    ...(statements.length > 0 && { statements: statements.map(({ statement }) => statement) }),
  };
}

/** A proposal as lines of a workload, `access:` and `statements:`, at the left margin; empty where there is nothing. */
export function toYaml(proposal: Proposal): Block {
  const rights = Object.entries(rightsIn(proposal)) as [string, readonly unknown[]][];
  return rights.map(([key, items]) => `${key}:\n${indented(itemLines(items))}`).join("\n");
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join("\n");

/** The lines of list items: a grant on one line, as shipped stack files have them, and a statement on one for each key. */
export function itemLines(items: readonly unknown[]): string[] {
  return items.flatMap((item) => {
    // Some readers of YAML take a yes for a true.
    const document = new Document([item], { compat: "yaml-1.1" });
    visit(document, {
      Collection: (_, collection, ancestors) => {
        if (isCollection(collection)) collection.flow = ancestors.length > (isStatement(item) ? 3 : 2);
      },
    });
    return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd().split("\n");
  });
}

const isStatement = (item: unknown) => typeof item === "object" && item !== null && "actions" in item;

/** An item in braces, for a list that is written in brackets. */
export function flowItem(item: unknown): string {
  const document = new Document([item], { compat: "yaml-1.1" });
  if (isCollection(document.contents)) document.contents.flow = true;
  return document
    .toString({ lineWidth: 0 })
    .trim()
    .replace(/^\[\s*|\s*\]$/g, "");
}
