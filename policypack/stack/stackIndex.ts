import type { StackResource } from "../crossguard/resource.ts";

/** The resources of a stack, to be found by what others say of them. */
export class StackIndex {
  readonly #byUrn = new Map<string, StackResource>();
  readonly #byType = new Map<string, StackResource[]>();
  readonly #byIdentity = new Map<string, StackResource>();

  constructor(stack: readonly StackResource[]) {
    for (const resource of stack) {
      this.#byUrn.set(resource.urn, resource);
      const ofType = this.#byType.get(resource.type);
      if (ofType) ofType.push(resource);
      else this.#byType.set(resource.type, [resource]);
      for (const identity of ["name", "arn", "id"]) {
        const value = resource.inputs[identity];
        if (typeof value === "string") this.#byIdentity.set(`${resource.type}\0${value}`, resource);
      }
    }
  }

  ofType(type: string): readonly StackResource[] {
    return this.#byType.get(type) ?? [];
  }

  /**
   * The resources of a type that a property refers to. A dependency counts even where the value is unknown, as ARNs are
   * at the first preview; a literal counts where it is the name or the ARN of a resource of this stack.
   */
  referredTo(holder: StackResource, property: string, type: string): readonly StackResource[] {
    const depended = (holder.dependencies[property] ?? [])
      .map((urn) => this.#byUrn.get(urn))
      .filter((resource) => resource?.type === type)
      .filter((resource) => resource !== undefined);
    const named = stringsIn(holder.inputs[property])
      .map((value) => this.#byIdentity.get(`${type}\0${value}`))
      .filter((resource) => resource !== undefined);
    return [...new Set([...depended, ...named])];
  }
}

/** The strings of a property that is a string, a list of them, or an object with some. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
