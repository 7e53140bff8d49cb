/** The namespace of all keys in a stack file. */
export const NAMESPACE = "instance-profiles";
