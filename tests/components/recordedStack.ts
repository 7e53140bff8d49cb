import * as pulumi from "@pulumi/pulumi";

/** One resource that a program declared, as the engine would see it. */
export interface RecordedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

/** Makes an engine that records what is declared and answers like AWS account 111122223333 in eu-central-1. */
export function recordStack(project: string, stack: string): RecordedResource[] {
  const recorded: RecordedResource[] = [];
  void pulumi.runtime.setMocks(
    {
      newResource: async ({ type, name, inputs }) => {
        const given = inputs as Record<string, unknown>;
        recorded.push({ type, name, inputs: given });
        // AWS takes its time with policies, so that whoever does not wait for them is declared first.
        if (/policy/i.test(type)) await new Promise(setImmediate);
        const physicalName = typeof given["name"] === "string" ? given["name"] : name;
        return {
          id: `${physicalName}-id`,
          state: { ...given, arn: `arn:${type}/${physicalName}`, latestVersion: 1 },
        };
      },
      call: ({ token }) => {
        switch (token) {
          case "aws:index/getCallerIdentity:getCallerIdentity":
            return { accountId: "111122223333" };
          case "aws:index/getPartition:getPartition":
            return { partition: "aws" };
          case "aws:index/getRegion:getRegion":
            return { region: "eu-central-1" };
          default:
            throw new Error(`the program called ${token}`);
        }
      },
    },
    project,
    stack,
    true,
  );
  return recorded;
}

/** The plain value of an output, once everything it stands on is declared. */
export function valueOf<T>(output: pulumi.Input<T>): Promise<pulumi.Unwrap<T>> {
  return new Promise((resolve) => {
    pulumi.output(output).apply(resolve);
  });
}

/** `type name` of each resource, in alphabetical order. */
export function typesAndNames(recorded: readonly RecordedResource[]): string[] {
  return recorded.map(({ type, name }) => `${type} ${name}`).sort();
}

/** The inputs of the one resource of a type with a name. */
export function inputsOf(
  recorded: readonly RecordedResource[],
  type: string,
  name: string,
): Record<string, unknown> {
  const found = recorded.filter((resource) => resource.type === type && resource.name === name);
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${found.length} resources ${type} ${name}`);
  return found[0].inputs;
}
