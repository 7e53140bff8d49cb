import { type GoYaml, readGoYaml } from "./goYaml.ts";

/** Reads a file of Pulumi's, JSON by its ending and YAML otherwise, as Go does. */
export function readData(text: string, file: string): GoYaml {
  return file.endsWith(".json") ? readJson(text) : readGoYaml(text);
}

/** The value as Go reads JSON, and places as the same text has them as YAML, of which JSON is a part. */
function readJson(text: string): GoYaml {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return { value, problems: [], placeOf: readGoYaml(text).placeOf, oddKeyOf: () => undefined };
  } catch {
    // The parser's own message repeats a part of the text, which may be a secret.
    return {
      value: undefined,
      problems: [{ problem: "not valid JSON" }],
      placeOf: () => undefined,
      oddKeyOf: () => undefined,
    };
  }
}
