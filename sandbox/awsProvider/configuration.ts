import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { leftOutSentence, takenSettings, unknownIn } from "./settings.ts";

type Struct = structPb.Struct;
type Say = (sentence: string) => Promise<void>;
type Send = (request: Uint8Array) => Promise<Uint8Array>;

/** The requests that carry the settings of a provider. */
export const configurationMethods: Readonly<
  Record<string, (request: Buffer, send: Send, say: Say) => Promise<Uint8Array>>
> = {
  /** What comes back is what the engine knows as the provider's settings from then on. */
  checkConfig: async (bytes, send, say) => {
    const request = providerPb.CheckRequest.deserializeBinary(bytes);
    const given = valuesOf(request.getNews());
    const { values, leftOut } = takenSettings(given);
    const olds = request.getOlds();
    if (olds) request.setOlds(structOf(takenSettings(valuesOf(olds)).values));
    const ask = (news: Readonly<Record<string, unknown>>) =>
      send(request.setNews(structOf(news)).serializeBinary());
    let answer = await ask(values);
    const failures = providerPb.CheckResponse.deserializeBinary(answer).getFailuresList();
    const unknown = unknownIn(failures.map((failure) => failure.getReason()));
    if (unknown.length > 0)
      answer = await ask(
        Object.fromEntries(Object.entries(values).filter(([key]) => !unknown.includes(key))),
      );
    const sentence = leftOutSentence({
      ...leftOut,
      ...Object.fromEntries(unknown.map((key) => [`aws:${key}`, "its AWS provider does not know it"])),
    });
    if (sentence !== undefined) await say(sentence);
    return withInputs(answer, given, Object.keys(leftOut));
  },
  diffConfig: (bytes, send) => {
    const request = providerPb.DiffRequest.deserializeBinary(bytes);
    for (const name of ["Olds", "News", "OldInputs"] as const) {
      const struct = request[`get${name}`]();
      if (struct) request[`set${name}`](structOf(takenSettings(valuesOf(struct)).values));
    }
    return send(request.serializeBinary());
  },
  configure: (bytes, send) => {
    const request = providerPb.ConfigureRequest.deserializeBinary(bytes);
    request.setArgs(structOf(takenSettings(valuesOf(request.getArgs())).values));
    const variables = request.getVariablesMap();
    const given = variables.toObject().map(([key, value]) => [key.replace(/^aws:config:/, ""), value]);
    const { values } = takenSettings(Object.fromEntries(given) as Record<string, unknown>);
    variables.clear();
    for (const [key, value] of Object.entries(values)) variables.set(`aws:config:${key}`, String(value));
    return send(request.serializeBinary());
  },
};

/** What is left out stays among the inputs that the engine knows, since a policy pack has to see a key that stands there. */
function withInputs(
  answer: Uint8Array,
  given: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Uint8Array {
  const response = providerPb.CheckResponse.deserializeBinary(answer);
  const kept = keys.map((key) => key.replace(/^aws:/, "")).map((name) => [name, given[name]] as const);
  const inputs = { ...valuesOf(response.getInputs()), ...Object.fromEntries(kept) };
  return response.setInputs(structOf(inputs)).serializeBinary();
}

const valuesOf = (struct: Struct | undefined) => (struct?.toJavaScript() ?? {}) as Record<string, unknown>;

const structOf = (values: Readonly<Record<string, unknown>>) =>
  structPb.Struct.fromJavaScript(values as Record<string, structPb.JavaScriptValue>);
