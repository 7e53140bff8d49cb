import { Document, isCollection, visit } from "yaml";
import type { Block } from "../../stackFile/block.ts";
import type { Grant } from "./grant.ts";
import type { NewStatement } from "./statement.ts";

/** What is written of a new workload; what is undefined is left out. */
export interface NewWorkload {
  readonly description?: string;
  readonly access?: readonly Grant[];
  readonly statements?: readonly NewStatement[];
  readonly launch?: { readonly image?: string; readonly instanceType?: string };
}

/** A new workload as text, each grant and each short list on a line of its own. */
export function newBlock(name: string, workload: object): Block {
  // Some readers of YAML take a yes for a true.
  const document = new Document({ [name]: workload }, { compat: "yaml-1.1" });
  const access = document.getIn([name, "access"]);
  if (isCollection(access))
    visit(access, {
      Map: (_, map, ancestors) => {
        map.flow = ancestors.length > 2;
      },
    });
  const instances = document.getIn([name, "attachTo"]);
  if (isCollection(instances))
    visit(instances, {
      Map: (_, map) => {
        map.flow = true;
      },
    });
  const statements = document.getIn([name, "statements"]);
  if (isCollection(statements))
    visit(statements, {
      Seq: (_, list, ancestors) => {
        list.flow = ancestors.length > 1 && list.items.length <= 2;
      },
    });
  return document.toString({ lineWidth: 0 }).trimEnd();
}
