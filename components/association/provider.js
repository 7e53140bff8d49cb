// What the state of a stack names as the provider of an association (see `instanceProfileAssociation.ts`).
import { associationProvider } from "./associationProvider.ts";

export const provider = associationProvider();
