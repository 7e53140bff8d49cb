/** What the program exports for one workload. */
export interface WorkloadOutputs {
  readonly roleArn: string;
  readonly roleName: string;
  readonly instanceProfileArn: string;
  readonly launchTemplateId?: string;
}
