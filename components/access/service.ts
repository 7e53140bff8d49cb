import { z } from "zod";
import type { Target } from "../../iam/arn.ts";
import type { Statement } from "../../iam/statement.ts";
import { map, nameOrArn, oneOf } from "../fields.ts";

/** A text for the English and one for the Korean README. */
export interface Words {
  readonly english: string;
  readonly korean: string;
}

type Fields = Readonly<Record<string, z.ZodType>>;

/** What an entry of `access` says of a service: its fields, and how much of it the workload may do. */
type Grant<Shape extends Fields, Level extends string> = {
  readonly [Field in keyof z.infer<z.ZodObject<Shape>>]: z.infer<z.ZodObject<Shape>>[Field];
} & { readonly level: Level };

/** All that is known of one service of `access`. */
interface Definition<Shape extends Fields, Level extends string> {
  /** What its grants are for. The English text is also that of the JSON schema. */
  readonly description: Words;
  /** What a grant names beside its level; the first is the resource. */
  readonly fields: Shape;
  /** What the fields take, for the tables of the READMEs. @default - the names of the fields */
  readonly names?: Words;
  /** The levels, and those that each of them includes. */
  readonly levels: Readonly<Record<Level, readonly NoInfer<Level>[]>>;
  /** What fields and level say only together. @default - nothing */
  readonly refine?: (grant: Grant<NoInfer<Shape>, NoInfer<Level>>, issues: z.core.$RefinementCtx) => void;
  /** One grant of each form that compiles to other actions or other types of resources, at any level. */
  readonly examples: readonly Grant<NoInfer<Shape>, NoInfer<Level>>[];
  /** The smallest statements that do what a grant asks for. */
  readonly statements: (grant: Grant<NoInfer<Shape>, NoInfer<Level>>, target: Target) => readonly Statement[];
  /** Actions of the service that no level allows, close to those that some level does: the proof sees them denied. */
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
  readonly fields: Fields;
  readonly names?: Words;
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly examples: readonly object[];
  readonly neighbouringActions: readonly string[];
  readonly dataEvents: readonly string[];
  readonly withinBoundary: boolean;
}

/** One service of `access`, with the schema of its grants. */
export function service<const Shape extends Fields, const Level extends string>(
  definition: Definition<Shape, Level>,
) {
  const { fields, levels, refine, description, examples } = definition;
  const words = Object.keys(levels) as [Level, ...Level[]];
  const level = oneOf(words).meta({ description: "What the workload may do with it.", examples: words });
  const grant = map({ ...fields, level });
  const refined = refine
    ? grant.superRefine((value, issues) => {
        refine(value as unknown as Grant<Shape, Level>, issues);
      })
    : grant;
  return {
    dataEvents: [],
    withinBoundary: true,
    ...definition,
    schema: refined.meta({ description: description.english, examples: [...examples] }),
  };
}

/** Reading, writing, or both. */
export const readWriteLevels = { read: [], write: [], readWrite: ["read", "write"] } as const;

/** A resource of a service, for `fields`. */
interface Resource {
  readonly description: string;
  /** Such as `a bucket name`, for messages. */
  readonly noun: string;
  /** Of the whole name. */
  readonly name: RegExp;
  /** The service of its ARN, and what follows the account there. */
  readonly arn: readonly [service: string, resource: RegExp];
  /** One by name, and one by ARN. */
  readonly examples: readonly [string, string];
}

/** A resource by its name in the stack's account and region, or by its ARN. */
export function resource({ description, noun, name, arn, examples }: Resource) {
  const want = `${noun} or an ARN like ${examples[1]}`;
  return nameOrArn(want, name, ...arn).meta({ description, examples: [...examples] });
}
