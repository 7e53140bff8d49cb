import {
  ACCESS_SERVICES,
  type AccessEntry,
  type AccessGrants,
  type AccessService,
} from "../../config/accessSchema";
import type { Target } from "../arn";
import type { Statement } from "../statement";
import { cloudwatchStatements } from "./cloudwatch";
import { dynamodbStatements } from "./dynamodb";
import { ecrStatements } from "./ecr";
import { kmsStatements } from "./kms";
import { logsStatements } from "./logs";
import { s3Statements } from "./s3";
import { secretsmanagerStatements } from "./secretsmanager";
import { snsStatements } from "./sns";
import { sqsStatements } from "./sqs";
import { ssmStatements } from "./ssm";
import { stsStatements } from "./sts";

type Compilers = {
  readonly [Service in AccessService]: (grant: AccessGrants[Service], target: Target) => Statement[];
};

/** One compiler a service; a new service is a file, a line here and an entry of the schema. */
const compilers: Compilers = {
  s3: s3Statements,
  dynamodb: dynamodbStatements,
  sqs: sqsStatements,
  sns: snsStatements,
  secretsmanager: secretsmanagerStatements,
  ssm: ssmStatements,
  kms: kmsStatements,
  logs: logsStatements,
  ecr: ecrStatements,
  cloudwatch: cloudwatchStatements,
  sts: stsStatements,
};

/** The service of an entry; the schema allows exactly one. */
export function serviceOf(entry: AccessEntry): AccessService {
  const service = ACCESS_SERVICES.find((candidate) => entry[candidate] !== undefined);
  if (service === undefined) throw new Error("an access entry without a service passed the schema");
  return service;
}

/** The smallest statements that do what an `access` entry asks for. */
export function accessStatements(entry: AccessEntry, target: Target): Statement[] {
  const compile = <Service extends AccessService>(
    service: Service,
    grant: AccessGrants[Service] | undefined,
  ): Statement[] => (grant === undefined ? [] : compilers[service](grant, target));
  const service = serviceOf(entry);
  return compile(service, entry[service]);
}
