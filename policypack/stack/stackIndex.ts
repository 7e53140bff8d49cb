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
      const end = arnEnd(resource);
      if (end !== undefined) this.#byIdentity.set(`${resource.type}\0${end}`, resource);
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
      .map((value) => this.named(type, value))
      .filter((resource) => resource !== undefined);
    return [...new Set([...depended, ...named])];
  }

  /** The resource of a type that has a name or an ARN, also one that it will have when it is made. */
  named(type: string, value: string): StackResource | undefined {
    const known = this.#byIdentity.get(`${type}\0${value}`);
    if (known) return known;
    const end = /^arn:[^:]*:iam::\d{12}(:.+)$/.exec(value)?.[1];
    return end === undefined ? undefined : this.#byIdentity.get(`${type}\0${end}`);
  }
}

/** The last part of the ARN that an IAM resource with a name of its own will have, after the account: `:policy/shop/limits`. */
function arnEnd({ type, inputs }: StackResource): string | undefined {
  const kind = /^aws:iam\/(policy|role):/.exec(type)?.[1];
  const { name, path = "/" } = inputs;
  return kind !== undefined && typeof name === "string" && typeof path === "string"
    ? `:${kind}${path}${name}`
    : undefined;
}

/** The strings of a property that is a string, a list of them, or an object with some. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
