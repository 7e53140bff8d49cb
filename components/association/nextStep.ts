import { parseArn } from "../../iam/arn.ts";
import { activeAssociations, isGone, type Association, type Observed, type Wanted } from "./observed.ts";

/** What has to happen next, given what EC2 tells now. After each step it is asked again. */
export type Step =
  | { readonly do: "nothing"; readonly association?: Association }
  | { readonly do: "wait"; readonly until: string }
  | { readonly do: "associate" }
  | { readonly do: "replace"; readonly associationId: string }
  | { readonly do: "disassociate"; readonly associationId: string }
  | { readonly do: "refuse"; readonly problem: string };

const wait = (until: string): Step => ({ do: "wait", until });
const refuse = (problem: string): Step => ({ do: "refuse", problem });

/**
 * The next step towards an instance with the wanted profile. `formerArn` is the profile that the same resource put there
 * before.
 */
export function nextStep(observed: Observed, wanted: Wanted, formerArn?: string): Step {
  const { instance } = observed;
  if (instance === undefined) {
    return refuse(
      `got no instance of that id in ${wanted.region}, want one that runs or is stopped; correct attachTo, the region or the credentials`,
    );
  }
  if (isGone(observed)) {
    return refuse(
      `got an instance that is ${instance.state}, want one that runs or is stopped; remove it from attachTo`,
    );
  }
  const account = parseArn(wanted.instanceProfileArn)?.account;
  if (account !== instance.account) {
    return refuse(
      `got an instance of account ${instance.account}, want one of ${account ?? "the profile's account"}; a profile serves its own account only`,
    );
  }
  const active = activeAssociations(observed);
  const same = active.find(({ profileArn }) => profileArn === wanted.instanceProfileArn);
  if (same) return same.state === "associated" ? { do: "nothing", association: same } : wait("associated");
  const [other] = active;
  if (other) return displace(other, instance.state, wanted, formerArn);
  if (observed.associations.some(({ state }) => state === "disassociating")) return wait("disassociated");
  return isSteady(instance.state) ? { do: "associate" } : wait("running or stopped");
}

/**
 * A swap needs a running instance; a stopped one is freed first.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceIamInstanceProfileAssociation.html
 */
function displace(other: Association, state: string, wanted: Wanted, formerArn: string | undefined): Step {
  if (!mayDisplace(other.profileArn, wanted, formerArn)) {
    return refuse(
      `got ${other.profileArn} on it (${other.associationId}), want no other profile; remove the instance from attachTo, ` +
        `disassociate the other profile, or write {instance: ${wanted.instanceId}, replaceExisting: true}`,
    );
  }
  if (other.state === "associating") return wait("associated");
  if (!isSteady(state)) return wait("running or stopped");
  return { do: state === "running" ? "replace" : "disassociate", associationId: other.associationId };
}

/**
 * A profile on the same path belongs to the same stack: it is another workload that gave the instance up. Its own
 * resource is deleted only after this one is created, and then finds nothing of its own.
 */
function mayDisplace(arn: string, wanted: Wanted, formerArn: string | undefined): boolean {
  const path = stackPath(wanted.instanceProfileArn);
  return wanted.replaceExisting || arn === formerArn || (path !== undefined && stackPath(arn) === path);
}

/** The ARN up to the name, where the profile has a path of a project and a stack. */
function stackPath(arn: string): string | undefined {
  return /^(.*:instance-profile\/[^/]+\/[^/]+\/)[^/]+$/.exec(arn)?.[1];
}

function isSteady(state: string): boolean {
  return state === "running" || state === "stopped";
}

/** The next step towards an instance without a profile that was put there by us. What others put there stays. */
export function nextDetachStep(observed: Observed, profileArn: string): Step {
  if (isGone(observed)) return { do: "nothing" };
  const own = observed.associations.filter((association) => association.profileArn === profileArn);
  const active = activeAssociations({ associations: own })[0];
  if (active) return { do: "disassociate", associationId: active.associationId };
  return own.some(({ state }) => state === "disassociating") ? wait("disassociated") : { do: "nothing" };
}
