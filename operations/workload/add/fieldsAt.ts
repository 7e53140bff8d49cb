import { accessEntry } from "../../../components/access/accessEntry.ts";
import { serviceFacts, type AccessService } from "../../../components/access/index.ts";

/** The fields that a grant may say at a level: those with which an example of the service is right there. */
export function fieldsAt(service: AccessService, level: string): string[] {
  const { examples, fieldNames } = serviceFacts[service];
  return fieldNames.filter((name) => {
    const values = examples.flatMap((grant) => (Reflect.get(grant, name) as unknown) ?? []);
    return examples.some((grant) =>
      values.some((value) => isRight({ [service]: { ...grant, [name]: value, level } })),
    );
  });
}

const isRight = (entry: object) => accessEntry.safeParse(entry).success;
