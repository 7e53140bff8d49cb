import { ACCESS_SERVICES, serviceFacts, type AccessService } from "../../../../components/access/index.ts";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { arnOf, type ResourceField } from "../../../../components/access/resourceField.ts";
import type { Target } from "../../../../iam/arn.ts";
import { type RightTemplate, rightTemplates } from "./templates.ts";

/** One form of an `access` entry: what stands in it always, what it names, and the rights that it compiles to. */
export interface Shape {
  readonly service: AccessService;
  /** The level, and fields whose values are words of the service. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** In the order of the service. */
  readonly named: readonly string[];
  readonly rights: readonly RightTemplate[];
}

/** A grant of a shape with a sample in each field, and the pattern of what may stand in its place. */
export interface Sample {
  readonly grant: Readonly<Record<string, unknown>>;
  readonly patterns: Readonly<Record<string, string>>;
}

const made = new Map<string, readonly Shape[]>();

/** Every form of an entry of a service, with the ARNs of a target. */
export function shapesOf(service: AccessService, target: Target): readonly Shape[] {
  const key = JSON.stringify([service, target]);
  const known = made.get(key) ?? newShapes(service, target);
  made.set(key, known);
  return known;
}

/** The services some of whose actions are among these, in lower case. */
export function servicesOf(actions: ReadonlySet<string>, target: Target): AccessService[] {
  return ACCESS_SERVICES.filter((service) =>
    shapesOf(service, target).some(({ rights }) => rights.every(({ action }) => actions.has(action))),
  );
}

function newShapes(service: AccessService, target: Target): Shape[] {
  const { levels } = serviceFacts[service];
  const shapes = samplesOf(service).flatMap((sample) =>
    Object.keys(levels).flatMap((level) => shapeOf(service, level, sample, target) ?? []),
  );
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape, withPatterns), shape])).values()];
}

const withPatterns = (_: string, value: unknown) => (value instanceof RegExp ? value.source : value);

function shapeOf(service: AccessService, level: string, sample: Sample, target: Target): Shape | undefined {
  const grant = { ...sample.grant, level };
  const { rights, named } = rightTemplates({ [service]: grant }, sample.patterns, target);
  // A resource that no statement shows could be any.
  if (rights.length === 0 || Object.keys(sample.patterns).some((name) => isLost(name, named, service)))
    return undefined;
  const fixed = Object.fromEntries(Object.entries(grant).filter(([name]) => !named.includes(name)));
  return { service, fixed, named, rights };
}

const isLost = (name: string, named: readonly string[], service: AccessService) =>
  !named.includes(name) && (name === "key" || name in serviceFacts[service].resources);

/** The examples of a service, each also with less in it, with a key, and with ARNs in the place of names. */
function samplesOf(service: AccessService): Sample[] {
  const { examples, takesKey } = serviceFacts[service];
  const forms = examples.flatMap((example) => withLess(service, example as Sample["grant"]));
  return forms.flatMap((grant) =>
    (takesKey ? [undefined, ...KEYS] : [undefined]).flatMap((key) => withArns(service, grant, key)),
  );
}

/** The same grant without fields that it may leave out, and with one or some of a list. */
function withLess(service: AccessService, example: Sample["grant"]): Sample["grant"][] {
  const levels = Object.keys(serviceFacts[service].levels);
  const isRight = (fields: object) =>
    levels.some((level) => accessEntry.safeParse({ [service]: { ...fields, level } }).success);
  let forms: Sample["grant"][] = [{}];
  for (const [name, value] of Object.entries(example)) {
    if (name === "level") continue;
    const choices = Array.isArray(value) ? subsetsOf(value) : [value];
    forms = forms.flatMap((form) => [form, ...choices.map((choice) => ({ ...form, [name]: choice }))]);
  }
  return forms.filter(isRight);
}

/** All but the empty one. */
function subsetsOf(list: readonly unknown[]): unknown[][] {
  let subsets: unknown[][] = [[]];
  for (const item of list) subsets = subsets.flatMap((subset) => [subset, [...subset, item]]);
  return subsets.filter((subset) => subset.length > 0);
}

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** What a grant may say of the key of its resources. */
const KEYS = [
  { value: "alias/its-own-key", pattern: String.raw`alias\/[\w/-]+` },
  { value: "abcdef01-2345-6789-abcd-ef0123456789", pattern: `mrk-[0-9a-f]{32}|${UUID}` },
  {
    value: "arn:aws:kms:ab-else-1:999999999999:key/abcdef01-2345-6789-abcd-ef0123456789",
    pattern: String.raw`arn:[\w-]+:kms:[\w-]+:\d+:key\/[\w-]+`,
  },
];

function withArns(
  service: AccessService,
  grant: Sample["grant"],
  key: (typeof KEYS)[number] | undefined,
): Sample[] {
  const { resources } = serviceFacts[service];
  let samples: Sample[] = [
    key === undefined
      ? { grant: {}, patterns: {} }
      : { grant: { key: key.value }, patterns: { key: key.pattern } },
  ];
  for (const [name, value] of Object.entries(grant)) {
    const forms = formsOf(value, resources[name]);
    samples = samples.flatMap(({ grant: before, patterns }) =>
      forms.map((form) => ({
        grant: { ...before, [name]: form.value },
        patterns: { ...patterns, ...(form.pattern !== undefined && { [name]: form.pattern }) },
      })),
    );
  }
  return samples;
}

/** A list of several is taken word by word, so that only one of one text can be another text. */
function formsOf(value: unknown, resource: ResourceField | undefined) {
  const [text, ...others]: unknown[] = [value].flat();
  if (typeof text !== "string" || others.length > 0) return [{ value, pattern: undefined }];
  if (resource === undefined) return [{ value, pattern: "[^]+" }];
  const elsewhere = { partition: "aws", region: "ab-else-1", account: "999999999999" };
  const [kind = ""] = resource.arn.split(":");
  return [
    { value: text, pattern: resource.name.source },
    {
      value: arnOf(resource, text, elsewhere),
      pattern: `arn:[\\w-]+:${kind}:[^:]*:[^:]*:[^]+`,
    },
  ];
}
