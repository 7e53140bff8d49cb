/** What holds for all stacks of a run. */
export interface FleetOptions {
  /** Goes in front of each name, for Pulumi Cloud. @default - the default organization of the login */
  readonly organization?: string;
  /** The folder of a policy pack, relative to the project. @default - none runs */
  readonly policyPack?: string;
  /** For stacks that `up` makes and whose file names none. @default - that of the backend */
  readonly secretsProvider?: string;
  /** As for `verify` of one stack. */
  readonly allowUnmanaged: boolean;
}

/** The name of a stack for the Pulumi CLI. */
export const qualified = ({ organization }: FleetOptions, stack: string): string =>
  organization === undefined ? stack : `${organization}/${stack}`;
