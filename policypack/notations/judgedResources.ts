import type { Resource } from "../crossguard/resource.ts";
import { fromCloudControl } from "./cloudFormation/cloudControl.ts";
import { templateBody } from "./cloudFormation/templateBodies.ts";
import { templateResources } from "./cloudFormation/templateResources.ts";
import type { JudgedResource } from "./judgedResource.ts";
import { fromTerraform } from "./terraform.ts";

/** A stack set in a template has one of its own; nobody needs one inside that. */
const deepest = 3;

/**
 * A resource in the words of the types that the rules know: itself, and the resources of a template that it deploys. What
 * Terraform or Cloud Control names otherwise is renamed.
 */
export function judgedResources(resource: Resource): readonly JudgedResource[] {
  const known = read.get(resource.inputs);
  if (known?.type === resource.type) return known.judged;
  const judged = readResources(resource, 0);
  read.set(resource.inputs, { type: resource.type, judged });
  return judged;
}

/** By their inputs, which all rules of a pack are given and which never change. */
const read = new WeakMap<Resource["inputs"], { type: string; judged: readonly JudgedResource[] }>();

function readResources(resource: Resource, depth: number): JudgedResource[] {
  const own = renamedResource(resource);
  const template = depth < deepest ? templateBody(own) : undefined;
  if (template === undefined) return [own];
  const inside = templateResources(template.body, template.at, template.parameters).flatMap((part) =>
    readResources(part, depth + 1).map((judged) => ({
      ...part,
      ...judged,
      at: (path: string) => own.at(part.at(judged.at(path))),
    })),
  );
  return [own, ...inside];
}

function renamedResource(resource: Resource): JudgedResource {
  const known = fromTerraform(resource) ?? { ...resource, at: (path: string) => path };
  const made = fromCloudControl(known);
  return made === undefined ? known : { ...made, at: (path) => known.at(made.at(path)) };
}
