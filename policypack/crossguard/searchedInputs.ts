import { type AccessKeyFinding, findAccessKeys, findAccessKeysInBytes } from "../../secrets/accessKeys.ts";
import { assetContents } from "./assetContents.ts";

type Inputs = Readonly<Record<string, unknown>>;

/** Two policies ask about the same inputs one after the other, each with a copy of its own. */
let latest: { readonly inputs: string; readonly findings: readonly AccessKeyFinding[] } | undefined;

/** Every access key among the inputs of a resource and in the files that they name, and what hides from the search. */
export async function* searchedInputs(inputs: Inputs): AsyncGenerator<AccessKeyFinding> {
  const text = keyOf(inputs);
  if (text !== undefined && latest?.inputs === text) {
    yield* latest.findings;
    return;
  }
  const findings: AccessKeyFinding[] = [];
  for (const found of findAccessKeys(inputs)) {
    findings.push(found);
    yield found;
  }
  for await (const { at, bytes, unread } of assetContents(inputs)) {
    for (const found of bytes === undefined ? [] : findAccessKeysInBytes(bytes, at)) {
      // An archive is no text that somebody wrote to hide a key: where it is too large to search, that is an advice.
      const softer: AccessKeyFinding =
        found.kind === "unsearched text" ? { ...found, kind: "closed text" } : found;
      findings.push(softer);
      yield softer;
    }
    if (unread !== undefined) {
      const closed: AccessKeyFinding = { path: at, kind: "closed text", what: unread };
      findings.push(closed);
      yield closed;
    }
  }
  if (text !== undefined) latest = { inputs: text, findings };
}

/** Inputs as a text that only the same ones have; undefined where they are nested too deep for one. */
function keyOf(inputs: Inputs): string | undefined {
  try {
    return JSON.stringify(inputs);
  } catch {
    return undefined;
  }
}
