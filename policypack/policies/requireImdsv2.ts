import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

const instanceType = "aws:ec2/instance:Instance";

/** Whatever gives an instance its metadata options. */
const types = [
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  instanceType,
];

const fixes = {
  httpTokens: 'set metadataOptions.httpTokens to "required"',
  httpPutResponseHopLimit:
    "set metadataOptions.httpPutResponseHopLimit: 1, or 2 where containers on a bridge network need the role",
};

/** What keeps an instance from asking a token of everyone who wants its credentials. */
function* findWeakMetadataOptions({ type, inputs }: Resource): Generator<Finding> {
  const options = inputs.metadataOptions;
  // The launch template decides then, and is judged itself.
  if (type === instanceType && isSet(inputs.launchTemplate) && !isSet(options)) return;
  if (options === UNKNOWN) {
    yield unknown("metadataOptions", "httpTokens");
    return;
  }
  const {
    httpEndpoint,
    httpTokens,
    httpPutResponseHopLimit: hops,
  } = (options ?? {}) as Record<string, unknown>;
  if (httpEndpoint === "disabled") return;
  if (httpTokens === UNKNOWN) yield unknown("metadataOptions.httpTokens", "httpTokens");
  else if (httpTokens !== "required") {
    yield {
      at: "metadataOptions.httpTokens",
      got: shown(httpTokens),
      want: '"required", which is IMDSv2',
      fix: fixes.httpTokens,
    };
  }
  if (hops === UNKNOWN || isHopLimit(hops)) return;
  yield {
    at: "metadataOptions.httpPutResponseHopLimit",
    got: shown(hops),
    want: "an explicit number from 1 to 64",
    fix: fixes.httpPutResponseHopLimit,
  };
}

function unknown(at: string, option: keyof typeof fixes): Finding {
  return {
    at,
    got: "a value unknown at preview",
    want: "a literal that can be judged now",
    fix: fixes[option],
  };
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
  description:
    "Launch templates and instances must require IMDSv2 and set the hop limit, so that a forged request cannot fetch the credentials of the role.",
  enforcementLevel: "mandatory",
  severity: "high",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
  remediationSteps:
    'Set metadataOptions to { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 }.',
  types,
  checkResource: findWeakMetadataOptions,
});
