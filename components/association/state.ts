import type { dynamic } from "@pulumi/pulumi";
import type { Association, Wanted } from "./observed";

/** What the state of a stack holds of an association: no credential, and nothing that comes from one. */
export interface AssociationState extends Wanted {
  readonly associationId: string;
  /** What the instance carried when somebody last looked. */
  readonly attachedProfileArn: string;
}

/** An id that is empty takes a resource out of the state. */
export const gone = { id: "" };

export function stateOf(wanted: Wanted, association: Association | undefined): AssociationState {
  const { instanceId, instanceProfileArn, region, replaceExisting } = wanted;
  return {
    instanceId,
    instanceProfileArn,
    region,
    replaceExisting,
    associationId: association?.associationId ?? "",
    attachedProfileArn: association?.profileArn ?? "",
  };
}

/** What a change of the program, or a hand on the instance, makes necessary. */
export function diffOf(old: AssociationState, wanted: Wanted): dynamic.DiffResult {
  const replaces = (["instanceId", "region"] as const).filter((key) => old[key] !== wanted[key]);
  const changes =
    replaces.length > 0 ||
    old.instanceProfileArn !== wanted.instanceProfileArn ||
    old.attachedProfileArn !== wanted.instanceProfileArn ||
    old.replaceExisting !== wanted.replaceExisting;
  return { changes, replaces };
}
