import type { Finding } from "../../iam/finding.ts";
import { cisControl } from "../crossguard/cisBenchmark.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";
import { valuesAt } from "../stack/valuesAt.ts";

/** Where each type that launches instances, or says how, holds their metadata options. */
const optionsOf: Readonly<Record<string, string>> = {
  "aws:ec2/launchTemplate:LaunchTemplate": "metadataOptions",
  "aws:ec2/launchConfiguration:LaunchConfiguration": "metadataOptions",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": "metadataOptions",
  "aws:ec2/instance:Instance": "metadataOptions",
  "aws-native:ec2:LaunchTemplate": "launchTemplateData.metadataOptions",
  "aws-native:ec2:Instance": "metadataOptions",
  "aws-native:autoscaling:LaunchConfiguration": "metadataOptions",
};

/**
 * Where a spot fleet holds launch specifications, which have no metadata options: only a launch template has.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotFleetLaunchSpecification.html
 */
const specificationsOf: Readonly<Record<string, string>> = {
  "aws:ec2/spotFleetRequest:SpotFleetRequest": "launchSpecifications[]",
  "aws-native:ec2:SpotFleet": "spotFleetRequestConfigData.launchSpecifications[]",
};

/**
 * The defaults of an account in one Region. They cover no instance here: what an instance or its launch template says
 * comes first, a pack sees neither the account nor the Region that a provider works in, nothing makes an instance wait
 * for them, and whoever may call `ec2:ModifyInstanceMetadataDefaults` can take them back.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html#instance-metadata-options-order-of-precedence
 */
const defaultsType = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

const fixes = {
  httpTokens: 'set metadataOptions.httpTokens to "required"',
  httpPutResponseHopLimit:
    "set metadataOptions.httpPutResponseHopLimit: 1, or 2 where containers on a bridge network need the role",
};

/** What keeps an instance from asking a token of everyone who wants its credentials. */
function* findWeakMetadataOptions(resource: Resource): Generator<Finding> {
  const { type, inputs } = resource;
  if (type === defaultsType) yield* weakTokens(inputs, "", 'set httpTokens to "required"');
  const specifications = specificationsOf[type];
  if (specifications !== undefined)
    for (const { at, value } of valuesAt(inputs, specifications)) yield withoutOptions(at, value);
  const path = optionsOf[type];
  if (path === undefined) return;
  const [found] = valuesAt(inputs, path);
  // The launch template decides then, and is judged itself.
  if (found === undefined && isSet(inputs.launchTemplate)) return;
  if (found?.value === UNKNOWN) {
    yield unknown(found.at, fixes.httpTokens);
    return;
  }
  const options = (found?.value ?? {}) as Options;
  yield* weakTokens(options, `${path}.`, fixes.httpTokens);
  const hops = options.httpPutResponseHopLimit;
  if (options.httpEndpoint === "disabled" || hops === UNKNOWN || isHopLimit(hops)) return;
  yield {
    at: `${path}.httpPutResponseHopLimit`,
    got: shown(hops),
    want: "an explicit number from 1 to 64",
    fix: fixes.httpPutResponseHopLimit,
  };
}

type Options = Readonly<Record<string, unknown>>;

function* weakTokens({ httpEndpoint, httpTokens }: Options, at: string, fix: string): Generator<Finding> {
  if (httpEndpoint === "disabled" || httpTokens === "required") return;
  if (httpTokens === UNKNOWN) yield unknown(`${at}httpTokens`, fix);
  else yield { at: `${at}httpTokens`, got: shown(httpTokens), want: '"required", which is IMDSv2', fix };
}

function withoutOptions(at: string, specification: unknown): Finding {
  return {
    at,
    got:
      specification === UNKNOWN
        ? "a value unknown at preview"
        : "a launch specification, which cannot require IMDSv2",
    want: "a launch template that does",
    fix: "name one in launchTemplateConfigs in place of it",
  };
}

function unknown(at: string, fix: string): Finding {
  return { at, got: "a value unknown at preview", want: "a literal that can be judged now", fix };
}

function isHopLimit(value: unknown): boolean {
  const hops = typeof value === "string" ? Number(value) : value;
  return typeof hops === "number" && Number.isInteger(hops) && hops >= 1 && hops <= 64;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function shown(value: unknown): string {
  return isSet(value) ? JSON.stringify(value) : "nothing";
}

export const requireImdsv2: PackPolicy = inEveryNotation({
  name: "require-imdsv2",
  displayName: "IMDSv2 required",
  description:
    "Launch templates, instances, spot fleets and the defaults of an account must require IMDSv2, and what launches instances sets the hop limit, so that a forged request cannot fetch the credentials of the role.",
  enforcementLevel: "mandatory",
  severity: "high",
  framework: cisControl("6.7", "The metadata service of EC2 takes IMDSv2 alone."),
  tags: ["ec2", "imds", "credentials"],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
  remediationSteps:
    'Set metadataOptions to { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 }.',
  types: [...Object.keys(optionsOf), ...Object.keys(specificationsOf), defaultsType],
  checkResource: findWeakMetadataOptions,
});
