import { wantedAction } from "../../../components/config/iamActions.ts";
import { Failure } from "../../../commandLine/failure.ts";
import { looksLikeArn } from "../../../iam/arn.ts";
import { arnParts } from "../../../iam/patterns/arnParts.ts";
import { matchedActions } from "../../../iam/effect/matchedActions.ts";
import type { CatalogueAction } from "../../../iam/effect/catalogueAction.ts";

/** What somebody wants to know. */
export interface Question {
  /** As it was asked: `s3:Put*`. */
  readonly can: string;
  /** The actions of the catalogue that are meant. @default - any action */
  readonly actions?: readonly CatalogueAction[];
  /** As it was asked: a name or an ARN. @default - any resource */
  readonly on?: string;
}

/**
 * Reads `--can` and `--on`.
 *
 * @throws Failure where there is no such action.
 */
export async function questionOf(can: string, on: string | undefined): Promise<Question> {
  const about = on === undefined ? {} : { on };
  if (/^\*+(?::\*+)?$/.test(can)) return { can, ...about };
  const wanted = await wantedAction(can);
  if (wanted !== undefined) throw new Failure(`--can "${can}": want ${wanted}`);
  return { can, actions: await matchedActions(can), ...about };
}

/** What of one ARN pattern a resource is meant by: the patterns of it, and so none where it is another one. */
export type Asked = (own: string, services: readonly string[]) => string[];

/**
 * Reads `--on`; undefined for any resource. Of a bucket its objects are meant too, and a name stands for whatever is called so: a queue,
 * a table with its indexes, a log group with its streams, a secret with the six characters that AWS adds.
 *
 * @param partition Such as `aws`.
 */
export function resourceAsked({ on }: Question, partition: string): Asked | undefined {
  if (on === undefined) return undefined;
  if (looksLikeArn(on)) {
    const arns = /^arn:[^:]*:s3:[^:]*:[^:]*:[^/]+$/i.test(on) ? [on, `${on}/*`] : [on];
    return () => arns;
  }
  const name = on.replace(/^s3:\/\//, "").replace(/^\/|\/$/g, "");
  const inBucket = name.includes("/") ? [name] : [name, `${name}/*`];
  return (own, services) => {
    const parts = arnParts(own);
    if (parts.length < 6)
      return services.flatMap((service) =>
        service === "s3"
          ? inBucket.map((resource) => `arn:${partition}:s3:::${resource}`)
          : [`arn:${partition}:${service}:*:*:*${name}`],
      );
    const head = parts.slice(0, 5).join(":");
    if (parts[2] === "s3") return inBucket.map((resource) => `${head}:${resource}`);
    const type = /^[a-z][\w-]*[/:]/i.exec(parts[5] ?? "")?.[0];
    const starts = type === undefined ? [""] : ["", type, `${type}/`];
    const ends = ["", "/*", ":*", "-??????"];
    return starts.flatMap((start) => ends.map((end) => `${head}:${start}${name}${end}`));
  };
}
