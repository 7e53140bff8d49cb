import { type ReadDocument, readOnce } from "../../iam/document/readDocument.ts";
import type { Resource } from "../crossguard/resource.ts";
import { type Grant, identityDocuments } from "./identityGrants.ts";

/** A policy document of a resource, and what it says. */
export interface ResourceDocument extends Grant {
  readonly document: ReadDocument;
}

/** By the path of each document in its inputs. They never change, and are forgotten with the resource. */
const read = new WeakMap<Resource["inputs"], Map<string, ReadDocument>>();

/** The document at a path of a resource. It is read once, however many rules judge it. */
export function documentAt({ inputs }: Resource, { at, value }: Grant): ReadDocument {
  const ofResource = read.get(inputs);
  const known = ofResource?.get(at);
  if (known !== undefined) return known;
  const document = readOnce(value, at);
  if (ofResource === undefined) read.set(inputs, new Map([[at, document]]));
  else ofResource.set(at, document);
  return document;
}

const listed = new WeakMap<Resource["inputs"], readonly ResourceDocument[]>();

/** The identity policy documents of a resource, unknown ones included. */
export function readDocuments(resource: Resource): readonly ResourceDocument[] {
  const known = listed.get(resource.inputs);
  if (known !== undefined) return known;
  const documents = identityDocuments(resource).map((grant) => ({
    ...grant,
    document: documentAt(resource, grant),
  }));
  listed.set(resource.inputs, documents);
  return documents;
}
