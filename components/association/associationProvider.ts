import type { EC2Client } from "@aws-sdk/client-ec2";
import type { dynamic } from "@pulumi/pulumi";
import { converge, Unsettled } from "./converge.ts";
import { diffOf, gone, keptInState, stateOf, type AssociationState } from "./state.ts";
import { ec2In, instanceOf, instanceProfilesOf, type Place } from "./ec2.ts";
import { nextDetachStep, nextStep } from "./nextStep.ts";
import { activeAssociations, isGone, type Wanted } from "./observed.ts";
import { systemClock, type Clock } from "./patience.ts";
import { associationSettings, noSettings } from "./settings.ts";

/** The lifecycle of an association. A preview calls only `check` and `diff`, which ask nobody. */
export function associationProvider(
  clock: Clock = systemClock,
  connectTo: (place: Place) => EC2Client = ec2In,
): dynamic.ResourceProvider<Wanted, AssociationState> {
  // Of the whole stack, and known before any other call.
  let settings = noSettings;
  // A client keeps the credentials that it found, so that a role is assumed once for all associations of a region.
  const clients = new Map<string | undefined, EC2Client>();

  const connect = (region: string | undefined): EC2Client => {
    // A deletion and a refresh come without a check.
    if (settings.errors.length > 0) throw new Error(settings.errors.join("\n"));
    const client = clients.get(region) ?? connectTo({ region, caller: settings.caller });
    clients.set(region, client);
    return client;
  };

  const attach = async (wanted: Wanted, formerArn?: string) => {
    const { instanceId, instanceProfileArn } = wanted;
    const ec2 = instanceProfilesOf(connect(wanted.region), instanceId);
    const about = `cannot attach instance profile ${instanceProfileArn} to instance ${instanceId}`;
    const association = await converge(
      (observed) => nextStep(observed, wanted, formerArn),
      instanceProfileArn,
      ec2,
      clock,
      about,
    );
    return stateOf(wanted, association);
  };

  return {
    configure: async ({ config }) => {
      settings = await associationSettings(config);
    },

    check: (_old, inputs) => {
      const failures = settings.errors.map((reason) => ({ property: "", reason }));
      return Promise.resolve({ inputs, failures });
    },

    create: async (wanted) => {
      try {
        return { id: wanted.instanceId, outs: await attach(wanted) };
      } catch (error) {
        // What nothing in the state names is never taken off again.
        throw error instanceof Unsettled && error.mayHaveChanged ? keptInState(error, wanted) : error;
      }
    },

    update: async (_id, old, wanted) => ({ outs: await attach(wanted, old.instanceProfileArn) }),

    diff: (_id, old, wanted) => Promise.resolve(diffOf(old, wanted)),

    // The SDK types the inputs that were read like outputs, which hold more.
    read: async (id, state): Promise<dynamic.ReadResult> => {
      const ec2 = connect(state?.region);
      const instanceId = await instanceOf(ec2, id);
      if (instanceId === undefined) return gone;
      const observed = await instanceProfilesOf(ec2, instanceId).observe();
      const [active] = activeAssociations(observed);
      if (!active || isGone(observed)) return gone;
      const wanted: Wanted = {
        instanceId,
        instanceProfileArn: state?.instanceProfileArn ?? active.profileArn,
        region: state?.region ?? (await ec2.config.region()),
        replaceExisting: state?.replaceExisting ?? false,
      };
      return { id: instanceId, props: stateOf(wanted, active), inputs: wanted };
    },

    delete: async (_id, { instanceId, instanceProfileArn, region }) => {
      await converge(
        (observed) => nextDetachStep(observed, instanceProfileArn),
        instanceProfileArn,
        instanceProfilesOf(connect(region), instanceId),
        clock,
        `cannot detach instance profile ${instanceProfileArn} from instance ${instanceId}`,
      );
    },
  };
}
