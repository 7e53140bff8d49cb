import type { dynamic } from "@pulumi/pulumi";
import type { Association, Wanted } from "./observed.ts";

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

/**
 * A failed create that Pulumi keeps in the state all the same: the next update tries again, and destroy takes off what is
 * there. The properties hold what the wanted ones hold beside their own fields, such as the name of the provider.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/resources/dynamic-providers/
 */
export function keptInState(error: Error, wanted: Wanted): Error {
  const properties = { ...wanted, ...stateOf(wanted, undefined) };
  return Object.assign(error, { id: wanted.instanceId, properties, reasons: [error.message] });
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
