import { readFileSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../../commandLine/failure.ts";
import { packSettingsFile } from "../../packSettingsFile.ts";
import { isMap } from "../../../components/config/stackFile/isMap.ts";
import { didYouMean } from "../../../iam/nearest.ts";
import { policies } from "../../../policypack/policies/index.ts";

const LEVELS = ["advisory", "mandatory", "disabled"] as const;

/** What a policy does with what it finds. */
export type PolicyLevel = (typeof LEVELS)[number];

/** How the policy pack is set for a stack. */
export interface PackSettings {
  readonly levelOf: (policy: string) => PolicyLevel;
  /** The other settings of a policy; empty where there are none. */
  readonly configOf: (policy: string) => Readonly<Record<string, unknown>>;
}

/**
 * The settings of the policy pack for a stack, as {@link packSettingsFile} finds them; where there are none, the defaults of the
 * pack.
 *
 * @throws Failure where the file is not what `pulumi preview --policy-pack-config` takes.
 * @see https://www.pulumi.com/docs/insights/policy/policy-packs/configuration/
 */
export function packSettings(project: string, stack: string): PackSettings {
  const file = packSettingsFile(path.join(project, "policypack"), "policypack", stack);
  const name = file === undefined ? "" : path.relative(project, file);
  const settings = file === undefined ? {} : parsed(readFileSync(file, "utf8"), name);
  const known = policies.map((policy) => policy.name);
  const problems = Object.entries(settings).flatMap(([policy, value]) => {
    if (policy !== "all" && !known.includes(policy))
      return `${policy}: not a policy of this pack${didYouMean(policy, known)}`;
    const level = levelIn(value);
    if (isMap(value) ? level === undefined || isLevel(level) : isLevel(level)) return [];
    return `${policy}: got ${JSON.stringify(level)}, want ${LEVELS.join(" | ")}`;
  });
  if (problems.length > 0) throw new Failure(`${name}: ${problems.join("; ")}`);
  return {
    levelOf: (policy) => {
      const levels = [levelIn(settings[policy]), levelIn(settings["all"]), defaultLevel(policy)];
      return levels.find(isLevel) ?? "advisory";
    },
    configOf: (policy) => {
      const value = settings[policy];
      if (!isMap(value)) return {};
      return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "enforcementLevel"));
    },
  };
}

function parsed(text: string, name: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Failure(`${name} is not valid JSON: correct it`);
  }
  if (!isMap(value)) throw new Failure(`${name}: got no map, want one of policies and their levels`);
  return value;
}

const levelIn = (value: unknown): unknown => (isMap(value) ? value["enforcementLevel"] : value);

const isLevel = (level: unknown): level is PolicyLevel => LEVELS.some((known) => known === level);

const defaultLevel = (policy: string) => policies.find(({ name }) => name === policy)?.enforcementLevel;
