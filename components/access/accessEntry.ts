import { z } from "zod";
import { SECRET_NAME } from "../config/stackFile/secret.ts";
import { DOCUMENT_TEXT, WANT_DOCUMENT_TEXT } from "../documentText.ts";
import { map, problem } from "../fields.ts";
import { orPlaceholder, placeholderIssue, withSamples } from "../placeholders.ts";
import { unknownKey } from "../unknownKey.ts";
import { ACCESS_SERVICES, serviceFacts, type AccessEntry, type AccessService } from "./index.ts";
import { services } from "./services.ts";

/**
 * One grant: a map with exactly one service key. Only the schemas of services that a stack names are made, so that many
 * services cost the others nothing. Of a service that is none, the catalogue is asked, so that a wrong entry may have to
 * be waited for; a right one never has.
 */
export const accessEntry: z.ZodType<AccessEntry> = z
  .any()
  .superRefine((entry: unknown, issues) => {
    const add = (issue: Issue) => {
      issues.addIssue({ input: entry, ...issue } as z.core.$ZodRawIssue);
    };
    entryIssues(entry).forEach(add);
    const unknown = unknownServices(entry);
    if (unknown.length === 0) return undefined;
    return Promise.all(unknown.map(unknownServiceIssue)).then((found) => {
      found.forEach(add);
    });
  })
  .meta({
    type: "object",
    get properties() {
      const override = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) => {
        if (jsonSchema.pattern !== undefined) jsonSchema.pattern = orPlaceholder(jsonSchema.pattern);
      };
      return z.toJSONSchema(wholeEntry(), { io: "input", override }).properties;
    },
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  });

function wholeEntry() {
  const schemas = ACCESS_SERVICES.map((service) => [service, services[service].schema.optional()]);
  return map(Object.fromEntries(schemas) as Record<AccessService, z.ZodOptional>);
}

type Issue = ReturnType<typeof problem> | z.core.$ZodIssue;

function entryIssues(entry: unknown): Issue[] {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    return [{ code: "custom", path: [], message: "a map such as s3: {bucket: orders, level: read}" }];
  const named = namedServices(entry);
  const isEmpty = named.length === 0 && unknownServices(entry).length === 0;
  return [
    ...Object.keys(entry).flatMap((key) => misplacedField(key, named)),
    ...(isEmpty ? [problem(NAMES_NONE)] : []),
    ...(named.length > 1 ? [problem(`names ${named.join(" and ")}, want one service for each entry`)] : []),
    ...named.flatMap((service) => grantIssues(service, (entry as AccessEntry)[service])),
  ];
}

const NAMES_NONE = "names no service, want one of docs/access.md, such as s3: {bucket: orders, level: read}";

function namedServices(entry: object): AccessService[] {
  return ACCESS_SERVICES.filter((service) => (entry as AccessEntry)[service] !== undefined);
}

/** Keys that are no services, but for fields of one beside them. */
function unknownServices(entry: unknown): string[] {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return [];
  const named = namedServices(entry);
  return Object.keys(entry).filter(
    (key) => !Object.hasOwn(services, key) && misplacedField(key, named).length === 0,
  );
}

/** A field beside its service, where an indentation is missing. */
function misplacedField(key: string, named: readonly AccessService[]) {
  const service = named.find((one) => key !== one && knownFields(one).includes(key));
  if (service === undefined || Object.hasOwn(services, key)) return [];
  return [problem(`stands beside ${service}, want it below: indent it further than ${service}`, [key])];
}

async function unknownServiceIssue(key: string) {
  const { unknownService, exampleLines, outlineLines } = await import("./unknownService.ts");
  const { says, outline } = await unknownService(key);
  const more = outline ? [...exampleLines(outline), ...outlineLines(outline)] : [];
  const head = `unknown key; ${says}${outline ? ", such as" : ""}`;
  return problem([head, ...more.map((line) => `  ${line}`)].join("\n"), [key]);
}

/** The issues of a service's own schema, at their places in the entry, and of placeholders. */
function grantIssues(service: AccessService, grant: unknown): Issue[] {
  const misspelled = issuesOfTexts(grant, [service], placeholderIssue);
  const places = misspelled.map(({ path }) => path.join());
  const others = schemaIssues(service, withSamples(grant));
  const found = [...misspelled, ...others.filter(({ path }) => !places.includes(path.join()))];
  const judged = found.map(({ path }) => path.join());
  return [
    ...found,
    ...issuesOfTexts(grant, [service], unheldText).filter(({ path }) => !judged.includes(path.join())),
  ];
}

/** Of texts that the pattern of their field takes and no policy document does: AWS would refuse them in a deployment. */
function unheldText(text: string, path: PropertyKey[]) {
  return DOCUMENT_TEXT.test(text)
    ? undefined
    : { code: "custom" as const, path, message: WANT_DOCUMENT_TEXT };
}

/** What is wrong with the texts of a value, at any depth. */
function issuesOfTexts<Found>(
  value: unknown,
  path: PropertyKey[],
  issueOf: (text: string, path: PropertyKey[]) => Found | undefined,
): Found[] {
  if (typeof value === "string") {
    const issue = issueOf(value, path);
    return issue === undefined ? [] : [issue];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    issuesOfTexts(inside, [...path, Array.isArray(value) ? Number(key) : key], issueOf),
  );
}

function schemaIssues(service: AccessService, grant: unknown): Issue[] {
  const schema: z.ZodType = services[service].schema;
  return (schema.safeParse(grant).error?.issues ?? []).flatMap((issue): Issue[] => {
    const path = [service, ...issue.path];
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => problem(unknownField(key, service), [...path, key]));
    return itemIssues(issue)
      .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
      .filter((inner) => !isAboutSecret(inner, grant))
      .map((inner) => ({ ...inner, path: [service, ...inner.path] }));
  });
}

/** What is wrong with a text or the items of a list: that it fits neither alternative would say less. */
function itemIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [{ ...issue, path: [] }];
  const ofItems = issue.errors.flat().filter(({ path }) => path.length > 0);
  return ofItems.length > 0 ? ofItems : (issue.errors[0] ?? []);
}

/** Only its stack can tell whether a secret is of the right form. */
function isAboutSecret(issue: z.core.$ZodIssue, grant: unknown): boolean {
  if (issue.code !== "invalid_format" && issue.code !== "custom") return false;
  const at = (value: unknown, key: PropertyKey): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  const judged: unknown =
    (issue.code === "custom" ? issue.params?.["shown"] : undefined) ?? issue.path.reduce(at, grant);
  return typeof judged === "string" && judged.replace(SECRET_NAME, "") === "" && judged !== "";
}

function knownFields(service: AccessService): string[] {
  const { fieldNames, takesKey } = serviceFacts[service];
  return [...fieldNames, ...(takesKey ? ["key"] : []), "level"];
}

function unknownField(key: string, service: AccessService): string {
  if (key !== "key") return unknownKey(key, knownFields(service));
  const others = ACCESS_SERVICES.filter((one) => serviceFacts[one].takesKey);
  return `unknown key: no word of ${service} uses a KMS key, as those of ${others.join(", ")} do; remove it, or grant what the program itself does with the key, such as kms: {key: alias/orders, level: decrypt}`;
}
