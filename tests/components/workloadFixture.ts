import type * as pulumi from "@pulumi/pulumi";
import { Workload, type WorkloadArgs } from "../../components/index.ts";
import type { CompiledLaunch } from "../../components/config/compileLaunch.ts";
import { recordStack, valueOf } from "./recordedStack.ts";

export const tags = { Workload: "orders" };

export const launch: CompiledLaunch = {
  imageId: "ami-0123456789abcdef0",
  instanceType: "t3.micro",
  userData: "echo Grüße",
  userDataIsSecret: false,
  httpPutResponseHopLimit: 1,
  securityGroupIds: ["sg-0123456789abcdef0"],
  rootVolume: { deviceName: "/dev/xvda", volumeType: "gp3", sizeGiB: 20 },
  monitoring: true,
};

const args: WorkloadArgs = {
  physicalName: "shop-dev-orders",
  path: "/shop/dev/",
  assumeRolePolicy: '{"trust":true}',
  policyDocuments: ['{"first":true}', '{"second":true}'],
  managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AmazonSSMManagedInstanceCore"],
  permissionsBoundary: "arn:aws:iam::111122223333:policy/boundary",
  maxSessionSeconds: 7200,
  tags,
};

/** Declares a workload named `orders` and waits for all of it. */
export async function declared(changes: Partial<WorkloadArgs>, opts?: pulumi.ComponentResourceOptions) {
  const recorded = recordStack("shop", "dev");
  const workload = new Workload("orders", { ...args, ...changes }, opts);
  const outputs = (await valueOf(workload.outputs)) as Record<string, unknown>;
  await valueOf(workload.associations.map(({ urn }) => urn));
  return { recorded, workload, outputs };
}
