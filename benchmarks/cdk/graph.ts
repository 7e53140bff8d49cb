import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";

/** A launch template in the words that CloudFormation and the provider of Pulumi share. */
export interface GraphedTemplate {
  readonly imageId: string;
  readonly instanceType: string;
  readonly metadataOptions?: Readonly<Record<string, unknown>>;
  readonly deviceName: string;
  readonly ebs: Readonly<Record<string, unknown>>;
  /** As base64. @default - none */
  readonly userData?: string;
  readonly monitoring: boolean;
}

/** A resource beside a workload, as each of the two tools declares it. */
export interface OtherResource {
  /** The module of `aws-cdk-lib` and its class. */
  readonly construct: readonly [module: "ec2" | "s3", name: string];
  readonly properties: Readonly<Record<string, unknown>>;
  /** The type of the provider. */
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A workload as data that both tools read; unlike a {@link CompiledWorkload} it can be faulty. */
export interface GraphedWorkload {
  readonly name: string;
  readonly physicalName: string;
  readonly path: string;
  readonly assumeRolePolicy: object;
  readonly policies: readonly object[];
  readonly managedPolicyArns: readonly string[];
  readonly permissionsBoundary?: string;
  readonly maxSessionSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly templates: readonly GraphedTemplate[];
  readonly others: readonly OtherResource[];
}

/** The file that `app.cjs` reads. */
export interface CdkGraph {
  /** Packs of cdk-nag by the names of their classes. */
  readonly checks: readonly string[];
  /** Why findings may pass, by rule. */
  readonly acknowledged: Readonly<Record<string, string>>;
  readonly stacks: Readonly<Record<string, readonly GraphedWorkload[]>>;
}

/** What the program deploys for a workload with a launch template. */
export function graphed(workload: CompiledWorkload): GraphedWorkload {
  const { name, physicalName, path, managedPolicyArns, maxSessionSeconds, tags, launch } = workload;
  return {
    name,
    physicalName,
    path,
    assumeRolePolicy: JSON.parse(workload.assumeRolePolicy) as object,
    policies: workload.policyDocuments.map((document) => JSON.parse(document) as object),
    managedPolicyArns,
    ...(workload.permissionsBoundary !== undefined && { permissionsBoundary: workload.permissionsBoundary }),
    maxSessionSeconds,
    tags,
    templates: launch
      ? [
          {
            imageId: launch.imageId,
            instanceType: launch.instanceType,
            metadataOptions: {
              httpEndpoint: "enabled",
              httpTokens: "required",
              httpPutResponseHopLimit: launch.httpPutResponseHopLimit,
            },
            deviceName: launch.rootVolume.deviceName,
            ebs: { encrypted: true, deleteOnTermination: true, volumeType: launch.rootVolume.volumeType },
            monitoring: launch.monitoring,
          },
        ]
      : [],
    others: [],
  };
}
