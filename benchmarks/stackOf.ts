import type { CompiledWorkload } from "../components/config/compiledWorkload.ts";
import { compileStack } from "../components/config/compileStack.ts";
import { parseStackConfig } from "../components/config/parseStackConfig.ts";

export const region = "eu-central-1";

/** The configuration of a stack with this many workloads, each with a bucket, a queue and a launch template. */
export const configOf = (count: number) => ({
  "aws:region": region,
  "instance-profiles:environment": "bench",
  "instance-profiles:workloads": Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `w${index}`,
      {
        access: [
          { s3: { bucket: `bench-assets-${index}`, level: "readWrite" } },
          { sqs: { queue: `bench-jobs-${index}`, level: "send" } },
        ],
        launch: { image: "al2023", instanceType: "t3.micro" },
      },
    ]),
  ),
});

/** What the program makes of a configuration; the project's name keeps its resources apart from another tool's. */
export async function compiled(
  values: Readonly<Record<string, unknown>>,
  project: string,
): Promise<readonly CompiledWorkload[]> {
  const { value } = await parseStackConfig({ values }, () => ({ text: "" }));
  return compileStack(value, { account: "000000000000", region, partition: "aws", project, stack: "bench" })
    .value;
}
