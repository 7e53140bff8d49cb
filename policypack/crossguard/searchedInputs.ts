import { type AccessKeyFinding, findAccessKeys, findAccessKeysInBytes } from "../../secrets/accessKeys.ts";
import { assetContents } from "./assetContents.ts";
import type { PlainInputs } from "./plainInputs.ts";

/** What was found among inputs whose search came to its end. Two policies ask about the same ones. */
const searched = new WeakMap<PlainInputs, readonly AccessKeyFinding[]>();

/** Every access key among the inputs of a resource and in the files that they name, and what hides from the search. */
export async function* searchedInputs(inputs: PlainInputs): AsyncGenerator<AccessKeyFinding> {
  const known = searched.get(inputs);
  if (known !== undefined) {
    yield* known;
    return;
  }
  const findings: AccessKeyFinding[] = [];
  for await (const found of search(inputs)) {
    findings.push(found);
    yield found;
  }
  searched.set(inputs, findings);
}

async function* search(inputs: PlainInputs): AsyncGenerator<AccessKeyFinding> {
  yield* findAccessKeys(inputs);
  for await (const { at, bytes, unread } of assetContents(inputs)) {
    for (const found of bytes === undefined ? [] : findAccessKeysInBytes(bytes, at)) {
      // An archive is no text that somebody wrote to hide a key: where it is too large to search, that is an advice.
      yield found.kind === "unsearched text" ? { ...found, kind: "closed text" } : found;
    }
    if (unread !== undefined) yield { path: at, kind: "closed text", what: unread };
  }
}
