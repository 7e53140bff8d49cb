import { type DeclaredStack, declaredIn } from "../../../operations/stackFile/declaredStacks.ts";

/** A stack file with these workloads, written as JSON, which is YAML. */
export const stackFile = (workloads: object, settings: object = {}): string =>
  JSON.stringify({
    config: {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": workloads,
      ...settings,
    },
  });

/** A stack as a file with these workloads declares it. */
export const declared = (workloads: object, settings: object = {}): Promise<DeclaredStack> =>
  declaredIn({ stack: "prod", file: "Pulumi.prod.yaml", text: stackFile(workloads, settings) }, "shop");
