import type { StackResource } from "../crossguard/resource.ts";
import type { JudgedResource } from "./judgedResource.ts";
import { judgedResources } from "./judgedResources.ts";

/** A stack in the words of the types that the rules know. */
export interface JudgedStack {
  readonly resources: readonly StackResource[];
  /** Where the program wrote what a finding about one of these resources names. */
  readonly written: (urn: string, path: string) => { readonly urn: string; readonly at: string };
}

/**
 * The resources of a stack, each as itself, and those of the templates that it deploys beside them. A resource of a
 * template has the URN of its stack with its logical id, and depends on those that it refers to.
 */
export function judgedStack(stack: readonly StackResource[]): JudgedStack {
  const places = new Map<string, { readonly urn: string; readonly judged: JudgedResource }>();
  const resources = stack.flatMap((holder) => {
    const [own, ...inside] = judgedResources(holder);
    if (own === undefined) return [];
    places.set(holder.urn, { urn: holder.urn, judged: own });
    return [
      inStack(holder, own),
      ...inside.map((part, position) => {
        // A template with conditions is read twice, and has every logical id twice.
        const reading =
          inside.findIndex(({ logicalId }) => logicalId === part.logicalId) === position ? "" : " 2";
        const urnOf = (id: string) => `${holder.urn} ${id}${reading}`;
        const urn = urnOf(part.logicalId ?? "");
        places.set(urn, { urn: holder.urn, judged: part });
        return partInStack(holder, part, urn, urnOf);
      }),
    ];
  });
  const written = (urn: string, path: string) => {
    const place = places.get(urn);
    return place === undefined ? { urn, at: path } : { urn: place.urn, at: place.judged.at(path) };
  };
  return { resources, written };
}

function inStack(holder: StackResource, { type, inputs, at }: JudgedResource): StackResource {
  if (type === holder.type) return holder;
  const dependencies = { ...holder.dependencies };
  for (const property of Object.keys(inputs)) {
    const on = holder.dependencies[at(property).replace(/\[0\]$/, "")];
    if (on !== undefined) dependencies[property] = on;
  }
  return { ...holder, type, inputs, dependencies };
}

function partInStack(
  holder: StackResource,
  { type, inputs, logicalId = "", refersTo = {} }: JudgedResource,
  urn: string,
  urnOf: (logicalId: string) => string,
): StackResource {
  const dependencies = Object.fromEntries(
    Object.entries(refersTo).map(([property, ids]) => [property, ids.map(urnOf)]),
  );
  return { type, urn, name: logicalId, logicalId, inputs, parent: holder.urn, dependencies };
}
