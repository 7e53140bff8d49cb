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
  const ofResource = read.get(inputs) ?? new Map<string, ReadDocument>();
  read.set(inputs, ofResource);
  const document = ofResource.get(at) ?? readOnce(value, at);
  ofResource.set(at, document);
  return document;
}

/** The identity policy documents of a resource, unknown ones included. */
export function readDocuments(resource: Resource): ResourceDocument[] {
  return identityDocuments(resource).map((grant) => ({ ...grant, document: documentAt(resource, grant) }));
}
