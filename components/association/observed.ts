/** One association of an instance with a profile, as EC2 tells it. */
export interface Association {
  readonly associationId: string;
  readonly profileArn: string;
  /** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IamInstanceProfileAssociation.html */
  readonly state: "associating" | "associated" | "disassociating" | "disassociated";
}

/** What EC2 tells of an instance at one moment. */
export interface Observed {
  /** Undefined where EC2 knows no such instance. */
  readonly instance?: {
    /** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html */
    readonly state: string;
    /** The account that owns the instance. */
    readonly account: string;
  };
  readonly associations: readonly Association[];
}

/** What an association is declared to be. */
export interface Wanted {
  readonly instanceId: string;
  readonly instanceProfileArn: string;
  readonly region: string;
  readonly replaceExisting: boolean;
}

/** The association that an instance lives by: on its way in, or there. */
export function activeAssociations({ associations }: Observed): readonly Association[] {
  return associations.filter(({ state }) => state === "associating" || state === "associated");
}

/** Whether an instance is gone for good. EC2 shows it for about an hour after that. */
export function isGone({ instance }: Observed): boolean {
  return instance === undefined || ["shutting-down", "terminated"].includes(instance.state);
}
