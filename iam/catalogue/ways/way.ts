/** What somebody gains by an action beside what it says. */
export type Gain =
  /** Rights of one's own: whoever may write permissions has all of them, so a resource is no limit. */
  | "changes permissions"
  /** The credentials of somebody else; one's own are harmless. */
  | "takes credentials"
  /** What another role may do, through something that runs with it or by taking it. */
  | "acts as another"
  /** No more rights, but nobody who sees what is done with them. */
  | "ends a guard"
  /** What others keep, wherever it lies. */
  | "reads at large";

/** Whether the policy pack refuses a grant or only warns of it. */
export type Level = "mandatory" | "advisory";

/** An action that no workload should hold by accident. */
export interface WayToMoreRights {
  /** As IAM writes it: `iam:PassRole`. */
  readonly action: string;
  readonly gain: Gain;
  /**
   * What the policy pack makes of a grant of it: a warning where many programs hold it openly for good reasons.
   * @default - nothing, but verification asks for it
   */
  readonly level?: Level;
  /**
   * ARNs of targets that nobody has, one for each form that IAM takes: a pattern that matches one of them names no
   * target. @default - any target is too many
   */
  readonly targets?: readonly string[];
  /** The page of AWS that says what the action does, on which resources and under which condition keys. */
  readonly source: string;
  /** Whether it is one of the few that stand for the rest, where asking for all would take long. @default false */
  readonly representative?: true;
}

/** The ARN of something that nobody has, in a region that AWS does not have. */
export function nowhere(service: string, resource: string): string {
  return `arn:aws:${service}:xx-none-1:000000000000:${resource}`;
}

/** The page about a service in the reference of its actions, resources and condition keys. */
export function reference(service: string): string {
  return `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${service}.html`;
}
