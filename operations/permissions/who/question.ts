import { wantedAction } from "../../../components/config/iamActions.ts";
import { Failure } from "../../../commandLine/failure.ts";
import { looksLikeArn } from "../../../iam/arn.ts";
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

/**
 * The ARN patterns that a resource is meant by; none for any. Of a bucket its objects are meant too, and a name stands for whatever of
 * the service is called so: a queue, a table, a log group with its streams, a secret with the six characters that AWS adds.
 *
 * @param partition Such as `aws`.
 */
export function resourcesAsked({ actions, on }: Question, partition: string): string[] {
  if (on === undefined) return [];
  if (looksLikeArn(on)) return /^arn:[^:]*:s3:[^:]*:[^:]*:[^/]+$/i.test(on) ? [on, `${on}/*`] : [on];
  const service = actions?.[0]?.service ?? "*";
  const name = on.replace(/^s3:\/\//, "").replace(/^\/|\/$/g, "");
  const inBucket = [`arn:${partition}:s3:::${name}`, `arn:${partition}:s3:::${name}/*`];
  if (service === "s3") return name.includes("/") ? inBucket.slice(0, 1) : inBucket;
  const ends = [name, `*/${name}`, `*:${name}`, `*:/${name}`];
  const forms = [...ends, ...ends.flatMap((end) => [`${end}/*`, `${end}:*`, `${end}-??????`])];
  const others = forms.map((form) => `arn:${partition}:${service}:*:*:${form}`);
  return service === "*" ? [...inBucket, ...others] : others;
}
