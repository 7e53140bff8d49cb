import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { propertyPath } from "../../iam/document/propertyPath.ts";
import { assetPath } from "./assetPath.ts";

/** One file of an asset or an archive, read or not. */
export interface AssetContent {
  /** Where, in Pulumi's notation, with the file behind it: `code (lambda/index.js)`. */
  readonly at: string;
  readonly bytes?: Buffer;
  /** Why it was not read: `a file of more than 8 MiB`. */
  readonly unread?: string;
}

const MEBIBYTE = 1024 * 1024;

/** Most bytes of one file, and of all files of a resource, that are searched. A Lambda function has at most 50 MiB. */
export const MAX_FILE_BYTES = 8 * MEBIBYTE;
const maxAllBytes = 32 * MEBIBYTE;
const maxFiles = 5000;

/** What may still be read for one resource. */
interface Allowance {
  bytes: number;
  files: number;
}

/**
 * The content of every file asset and file archive among the inputs of a resource, those in archives of assets too. The
 * text of a string asset is a text like any other input.
 *
 * @param inputs As `plainInputs` copies them.
 */
export async function* assetContents(inputs: object): AsyncGenerator<AssetContent> {
  const allowance: Allowance = { bytes: maxAllBytes, files: maxFiles };
  for (const { at, value } of assetsIn(inputs)) {
    if (typeof value.uri === "string") yield { at, unread: "a file that is fetched from elsewhere" };
    else if (typeof value.path === "string") yield* contentsOf(at, value.path, allowance);
  }
}

interface Asset {
  readonly at: string;
  readonly value: Readonly<Record<string, unknown>>;
}

function* assetsIn(inputs: object): Generator<Asset> {
  const places: { readonly at: string; readonly value: unknown }[] = [{ at: "", value: inputs }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { at, value } = place;
    if (typeof value !== "object" || value === null) continue;
    const object = value as Readonly<Record<string, unknown>>;
    if (object.__pulumiAsset === true || object.__pulumiArchive === true) yield { at, value: object };
    const inside = Object.entries(object).map(([key, item]) => ({ at: pathOf(at, key, value), value: item }));
    places.push(...inside.reverse());
  }
}

function pathOf(parent: string, key: string, holder: object): string {
  return Array.isArray(holder) ? `${parent}[${key}]` : propertyPath(parent, key);
}

async function* contentsOf(at: string, named: string, allowance: Allowance): AsyncGenerator<AssetContent> {
  const found = assetPath(named);
  if (found === undefined) {
    yield { at: `${at} (${named})`, unread: "a file that is not there" };
    return;
  }
  try {
    if (!(await stat(found)).isDirectory()) {
      yield await contentOf(`${at} (${named})`, found, allowance);
      return;
    }
    for (const entry of await readdir(found, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      yield await contentOf(`${at} (${path.join(named, path.relative(found, file))})`, file, allowance);
      if (allowance.files <= 0) return;
    }
  } catch (error) {
    yield { at: `${at} (${named})`, unread: unreadable(error) };
  }
}

async function contentOf(at: string, file: string, allowance: Allowance): Promise<AssetContent> {
  allowance.files -= 1;
  if (allowance.files <= 0) return { at, unread: `a file behind ${maxFiles} others` };
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const { size } = await handle.stat();
    if (size > MAX_FILE_BYTES) return { at, unread: `a file of more than ${MAX_FILE_BYTES / MEBIBYTE} MiB` };
    if (size > allowance.bytes) {
      return { at, unread: `a file behind ${maxAllBytes / MEBIBYTE} MiB of others` };
    }
    allowance.bytes -= size;
    return { at, bytes: await handle.readFile() };
  } catch (error) {
    return { at, unread: unreadable(error) };
  } finally {
    await handle?.close();
  }
}

function unreadable(error: unknown): string {
  return `a file that cannot be read (${(error as NodeJS.ErrnoException).code ?? "no reason given"})`;
}
