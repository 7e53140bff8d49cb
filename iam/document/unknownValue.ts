/**
 * Stands in a resource's inputs for a value that is unknown at preview, because another resource that does not exist
 * yet will decide it. A symbol, so that no real input can be mistaken for it.
 */
export const UNKNOWN: unique symbol = Symbol("unknown at preview");
