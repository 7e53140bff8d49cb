import type { Resource } from "../crossguard/resource.ts";

/** A resource in the words of a type that the rules know, in whichever notation it was written. */
export interface JudgedResource extends Resource {
  /** The path in what the program wrote of a path in these inputs. */
  readonly at: (path: string) => string;
  /** Where it is a resource of a template: its logical id there. @default - it is the whole resource */
  readonly logicalId?: string;
  /** The logical ids that each property refers to. @default - none, outside templates */
  readonly refersTo?: Readonly<Record<string, readonly string[]>>;
}
