import type * as grpc from "@grpc/grpc-js";
import { BinaryReader, BinaryWriter } from "google-protobuf";
import { bridgeToken, bridgeUrn, terraformType } from "./tokens.ts";

type Method = grpc.MethodDefinition<unknown, unknown>;
type Names = Readonly<Partial<Record<string, (text: string) => void>>>;

/** How the provider protocol names what a request is about, and how the bridge says the same. */
const translations = [
  ["setUrn", bridgeUrn],
  ["setType", bridgeToken],
  ["setTok", bridgeToken],
] as const;

export interface TranslatedRequest {
  readonly bytes: Buffer;
  /** The Terraform type that the request is about. @default - it is about none */
  readonly type: string | undefined;
}

/**
 * Translates the names in requests of one method. A request holds whole resources, and reading and writing them takes
 * longer than all else that is done to it here: so all other fields stay the bytes that came.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function requestTranslator(method: Method): (request: Buffer) => TranslatedRequest {
  const byField = new Map(
    translations.flatMap(([setter, translate]) => {
      const field = fieldOf(method, setter);
      return field === undefined ? [] : [[field, translate] as const];
    }),
  );
  return (request) => {
    if (byField.size === 0) return { bytes: request, type: undefined };
    const reader = new BinaryReader(request);
    const parts: Uint8Array[] = [];
    let type: string | undefined;
    for (let start = 0; reader.nextField(); start = reader.getCursor()) {
      const translate = byField.get(reader.getFieldNumber());
      if (translate) {
        const name = translate(reader.readString());
        type = typeIn(name) ?? type;
        const writer = new BinaryWriter();
        writer.writeString(reader.getFieldNumber(), name);
        parts.push(writer.getResultBuffer());
      } else {
        reader.skipField();
        parts.push(request.subarray(start, reader.getCursor()));
      }
    }
    return { bytes: Buffer.concat(parts), type };
  };
}

/** The number of a field, as the SDK writes it. */
function fieldOf(method: Method, setter: (typeof translations)[number][0]): number | undefined {
  const message = method.requestDeserialize(Buffer.alloc(0)) as Names;
  if (!message[setter]) return undefined;
  message[setter]("name");
  const reader = new BinaryReader(method.requestSerialize(message));
  reader.nextField();
  return reader.getFieldNumber();
}

/** The Terraform type of a token, or of a URN by the last type of its chain. */
function typeIn(name: string): string | undefined {
  const token = name.includes("::") ? name.split("::")[2]?.split("$").pop() : name;
  return token ? terraformType(token) : undefined;
}
