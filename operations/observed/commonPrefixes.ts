import type { AccessService } from "../../components/access/index.ts";
import type { CountedCall } from "./call.ts";

/** Names that users give in paths: a service of `access` whose grants may say a part of them. */
interface Paths {
  readonly service: AccessService;
  /** The ARN up to the path, and the path. */
  readonly form: RegExp;
  /** Whether a grant can name a single one. */
  readonly takesOne: boolean;
}

/** Objects of buckets and of access points, and parameters. */
export const PATHS: readonly Paths[] = [
  {
    service: "s3",
    form: /^(?<start>arn:[^:]+:s3:(?:::[^/:]+\/|[^:]+:\d+:accesspoint\/[^/:]+\/object\/))(?<path>.+)$/s,
    takesOne: false,
  },
  { service: "ssm", form: /^(?<start>arn:[^:]+:ssm:[^:]*:\d*:parameter\/)(?<path>.+)$/s, takesOne: true },
];

/** Whether only a statement can name what was called, such as one object of a bucket. */
export function isNamedByNoWord({ resource }: CountedCall): boolean {
  return !resource.endsWith("/*") && PATHS.some(({ form, takesOne }) => !takesOne && form.test(resource));
}

/** How many different names make a prefix of what they have in common. */
export const MANY = 5;

/** Calls, of which many on different names below one path are one on `path/*`, and what was done so. */
export interface WithPrefixes {
  readonly calls: readonly CountedCall[];
  /** A sentence for each prefix. */
  readonly notes: readonly string[];
}

/** Names a common prefix in the place of many keys of objects, lists of keys, or parameters. */
export function withCommonPrefixes(calls: readonly CountedCall[]): WithPrefixes {
  const notes: string[] = [];
  const groups = new Map<string, Placed[]>();
  const others: CountedCall[] = [];
  for (const call of calls) {
    const placed = placedPath(call);
    if (placed === undefined) others.push(call);
    else
      groups
        .set(placed.group, groups.get(placed.group) ?? [])
        .get(placed.group)
        ?.push(placed);
  }
  const grouped = [...groups.values()].flatMap((members) => {
    const prefixes = new Set(commonPrefixes(members.map(({ path }) => path)));
    return [...Map.groupBy(members, ({ path }) => owner(path, prefixes))].flatMap(([prefix, inside]) => {
      const [first] = inside;
      if (first === undefined || prefix === undefined) return inside.map(({ call }) => call);
      const { size } = new Set(inside.map(({ path }) => path));
      notes.push(
        `${first.call.action}: ${size} different names below ${first.start}${prefix} were called, so that all below it are meant`,
      );
      return [onPrefix(first, prefix, inside)];
    });
  });
  return { calls: [...others, ...grouped], notes };
}

/** A call, and where the path of what it names stands. */
interface Placed {
  readonly call: CountedCall;
  /** The action and all before the path. */
  readonly group: string;
  readonly start: string;
  readonly path: string;
}

const PREFIX_KEY = "s3:prefix";

/** Where the path of a call stands; a list is about a prefix of keys, which is no part of its ARN. */
function placedPath(call: CountedCall): Placed | undefined {
  const { action, resource, context = {} } = call;
  const listed = context[PREFIX_KEY]?.[0];
  if (listed !== undefined && listed !== "")
    return { call, group: `${action} ${resource} `, start: `${resource}/`, path: listed };
  for (const { form } of PATHS) {
    const { start, path } = form.exec(resource)?.groups ?? {};
    if (start !== undefined && path !== undefined) return { call, group: `${action} ${start}`, start, path };
  }
  return undefined;
}

function onPrefix({ call, start }: Placed, prefix: string, inside: readonly Placed[]): CountedCall {
  const count = inside.reduce((sum, one) => sum + one.call.count, 0);
  const { context } = call;
  return context?.[PREFIX_KEY]
    ? { ...call, count, context: { ...context, [PREFIX_KEY]: [prefix] } }
    : { ...call, count, resource: `${start}${prefix}*` };
}

/**
 * The longest paths that at least {@link MANY} of some names have in common. Such a path is one name of the path that it
 * is in, so that many folders of many names are the folder of them all.
 */
export function commonPrefixes(names: readonly string[]): string[] {
  const inFolder = new Map<string, number>();
  const count = (folder: string | undefined, more: number) => {
    if (folder !== undefined) inFolder.set(folder, (inFolder.get(folder) ?? 0) + more);
  };
  for (const name of new Set(names)) {
    const folders = foldersOf(name);
    for (const folder of folders) count(folder, 0);
    count(folders.at(-1), 1);
  }
  const found = new Set<string>();
  for (const folder of [...inFolder.keys()].sort((one, other) => other.length - one.length)) {
    const inside = inFolder.get(folder) ?? 0;
    if (inside >= MANY) found.add(folder);
    count(foldersOf(folder).at(-1), Math.min(inside, inside >= MANY ? 1 : MANY));
  }
  return [...found].filter((folder) => owner(folder, found) === undefined);
}

/** The prefix that a name is below; of several the shortest, which takes in the others. */
function owner(name: string, prefixes: ReadonlySet<string>): string | undefined {
  return foldersOf(name).find((folder) => prefixes.has(folder));
}

/** `a/b/c` is below `a/` and `a/b/`. */
function foldersOf(name: string): string[] {
  return [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index + 1)).filter((one) => one !== name);
}
