import { z } from "zod";
import type { Target } from "../../iam/arn.ts";
import type { Statement } from "../../iam/statement.ts";
import { map, oneOf, problem } from "../fields.ts";
import { keyField } from "./key.ts";
import { someResources, type ResourceField, type ResourceValue } from "./resourceField.ts";
import { statementsOfRights, type Named as NamedTexts, type Right } from "./rights.ts";

/** A text for the English and one for the Korean README. */
export interface Words {
  readonly english: string;
  readonly korean: string;
}

type Fields = Readonly<Record<string, z.ZodType>>;

type Resources = Readonly<Record<string, ResourceField>>;

/** Resources that a grant names, those that it may leave out as optional keys. */
type NamedIn<Named extends Resources> = {
  readonly [
    Name in keyof Named as Named[Name] extends { readonly optional: true } ? never : Name
  ]: ResourceValue;
} & {
  readonly [Name in keyof Named as Named[Name] extends { readonly optional: true } ? Name : never]?:
    ResourceValue | undefined;
};

/** The values of fields. Without any, zod would infer a map that holds nothing whatever. */
type SaidIn<Shape extends Fields> = [keyof Shape] extends [never] ? unknown : z.infer<z.ZodObject<Shape>>;

/** What an entry of `access` says of a service: its resources and fields, and how much of it the workload may do. */
type Grant<Named extends Resources, Shape extends Fields, Level extends string> = NamedIn<Named> &
  Readonly<SaidIn<Shape>> & { readonly level: Level; readonly key?: ResourceValue | undefined };

/** All that is known of one service of `access`. */
interface Definition<Named extends Resources, Shape extends Fields, Level extends string> {
  /** What its grants are for. The English text is also that of the JSON schema. */
  readonly description: Words;
  /** The resources that a grant names; the first is the one that `workload add` asks for. @default - none */
  readonly resources?: Named;
  /** What a grant says beside resources and level. @default - nothing */
  readonly fields?: Shape;
  /** What the fields take, for the tables of the documentation. @default - the names of the fields */
  readonly names?: Words;
  /**
   * The words, and what each gives: rows of its own, and all that another word gives, by its name. With
   * {@link statements}, only the words that each includes.
   */
  readonly levels: Readonly<Record<Level, readonly (NoInfer<Level> | Right)[]>>;
  /**
   * What rows name beside the fields, or in their place, made of these: such as ARNs of another form. What is undefined
   * or empty leaves its rows out.
   *
   * @default - nothing
   */
  readonly derived?: (
    grant: Grant<NoInfer<Named>, NoInfer<Shape>, NoInfer<Level>>,
    target: Target,
  ) => NamedTexts;
  /**
   * The name of the service in `kms:ViaService`, where its resources may be encrypted by a key of one's own. A grant may
   * then name the `key`, of which rows say as `{key}` what its words do with it. @default - no key
   */
  readonly via?: string;
  /** What fields and level say only together. @default - nothing */
  readonly refine?: (
    grant: Grant<NoInfer<Named>, NoInfer<Shape>, NoInfer<Level>>,
    issues: z.core.$RefinementCtx,
  ) => void;
  /** One grant of each form that compiles to other actions or other types of resources, at any level. */
  readonly examples: readonly Grant<NoInfer<Named>, NoInfer<Shape>, NoInfer<Level>>[];
  /** The smallest statements that do what a grant asks for, where rows of {@link levels} cannot say it. */
  readonly statements?: (
    grant: Grant<NoInfer<Named>, NoInfer<Shape>, NoInfer<Level>>,
    target: Target,
  ) => readonly Statement[];
  /** Actions close to those that some level allows, which none allows: the proof sees them denied. */
  readonly neighbouringActions: readonly string[];
  /**
   * Actions that change data, which CloudTrail calls data events: IAM does not tell when a role used them last.
   *
   * @default - none
   */
  readonly dataEvents?: readonly string[];
  /**
   * Whether the workload boundary of `bootstrap/` allows what the levels allow, on any resource. Where it does not, the
   * account names the resources itself.
   *
   * @default true
   */
  readonly withinBoundary?: boolean;
}

/** What is known of a service, whichever it is: see {@link Definition}. */
export interface ServiceFacts {
  readonly description: Words;
  /** The names of resources and fields, the resource first. */
  readonly fieldNames: readonly string[];
  /** The fields that name resources, and how. */
  readonly resources: Resources;
  readonly names?: Words;
  /** The levels, and those that each of them includes. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** Whether a grant may name the KMS key of its resources. */
  readonly takesKey: boolean;
  readonly examples: readonly object[];
  readonly neighbouringActions: readonly string[];
  readonly dataEvents: readonly string[];
  readonly withinBoundary: boolean;
}

/** One service of `access`: its facts, the schema of its grants, and what they become. */
export interface Service<OneGrant> extends ServiceFacts {
  /** Made when it is first asked for: a stack uses few of the services. */
  readonly schema: z.ZodType<OneGrant>;
  readonly statements: Compile<OneGrant>;
}

type Compile<OneGrant> = (grant: OneGrant, target: Target) => readonly Statement[];

type Derive<OneGrant> = (grant: OneGrant, target: Target) => NamedTexts;

/** One service of `access`, from all that is known of it. */
export function service<
  const Level extends string,
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- A service without resources names none.
  const Named extends Resources = {},
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- A service without fields has none.
  const Shape extends Fields = {},
>(definition: Definition<Named, Shape, Level>): Service<Grant<Named, Shape, Level>> {
  const { resources = {}, fields = {}, levels, via, names } = definition;
  const derived = definition.derived as Derive<Grant<Named, Shape, Level>> | undefined;
  const words = Object.keys(levels) as Level[];
  let schema: z.ZodType<Grant<Named, Shape, Level>> | undefined;
  return {
    description: definition.description,
    fieldNames: [...Object.keys(resources), ...Object.keys(fields)],
    resources,
    ...(names && { names }),
    levels: Object.fromEntries(words.map((word) => [word, [...new Set(included(levels, word))]])),
    takesKey: via !== undefined,
    examples: definition.examples,
    neighbouringActions: definition.neighbouringActions,
    dataEvents: definition.dataEvents ?? [],
    withinBoundary: definition.withinBoundary ?? true,
    get schema() {
      return (schema ??= schemaOf(definition));
    },
    statements:
      (definition.statements as Compile<Grant<Named, Shape, Level>> | undefined) ??
      ((grant, target) => {
        const rights = rightsOf(levels, grant.level);
        const named = { ...grant, ...derived?.(grant, target) };
        return statementsOfRights(rights, named, { resources, via }, target);
      }),
  };
}

/** The words that a word includes, and those that these include. */
function included<Level extends string>(
  levels: Readonly<Record<Level, readonly (Level | Right)[]>>,
  level: Level,
): Level[] {
  return levels[level].flatMap((row) => (typeof row === "string" ? [row, ...included(levels, row)] : []));
}

/** The rows of a word, and of all words that it includes. */
function rightsOf<Level extends string>(
  levels: Readonly<Record<Level, readonly (Level | Right)[]>>,
  level: Level,
): Right[] {
  return levels[level].flatMap((row) => (typeof row === "string" ? rightsOf(levels, row) : [row]));
}

function schemaOf<Named extends Resources, Shape extends Fields, Level extends string>(
  definition: Definition<Named, Shape, Level>,
): z.ZodType<Grant<Named, Shape, Level>> {
  const { resources = {}, fields = {}, refine, description, examples, via } = definition;
  const words = Object.keys(definition.levels) as [Level, ...Level[]];
  const level = oneOf(words).meta({ description: "What the workload may do with it.", examples: words });
  const named = Object.entries<ResourceField>(resources).map(([name, field]) => {
    const schema = someResources(field);
    return [name, field.optional ? schema.optional() : schema] as const;
  });
  const key = via !== undefined && { key: someResources({ ...keyField, description: OWN_KEY }).optional() };
  const grant = map({ ...Object.fromEntries(named), ...fields, ...key, level });
  const refined = grant.superRefine((value, issues) => {
    const { level: word, key: own } = value as unknown as Grant<Named, Shape, Level>;
    const usesKey = rightsOf(definition.levels, word).some(([, on]) => on === "{key}");
    if (via !== undefined && own !== undefined && !usesKey)
      issues.addIssue(problem(`does nothing at level ${word}; remove it`, ["key"]));
    refine?.(value as unknown as Parameters<typeof refine>[0], issues);
  });
  const described = refined.meta({ description: description.english, examples: [...examples] });
  // The fields are of the types that the definition says, which a map that is put together cannot tell.
  return described as unknown as z.ZodType<Grant<Named, Shape, Level>>;
}

const OWN_KEY =
  "The KMS key that encrypts it, if that is your own; used through the service alone. None if left out.";
