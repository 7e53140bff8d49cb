import {
  ACCESS_SERVICES,
  type AccessEntry,
  type AccessGrants,
  type AccessService,
} from "../config/accessSchema.ts";
import type { Target } from "../../iam/arn.ts";
import type { Statement } from "../../iam/statement.ts";
import { cloudwatchStatements } from "./cloudwatch.ts";
import { dynamodbStatements } from "./dynamodb.ts";
import { ecrStatements } from "./ecr.ts";
import { kmsStatements } from "./kms.ts";
import { logsStatements } from "./logs.ts";
import { s3Statements } from "./s3.ts";
import { secretsmanagerStatements } from "./secretsmanager.ts";
import { snsStatements } from "./sns.ts";
import { sqsStatements } from "./sqs.ts";
import { ssmStatements } from "./ssm.ts";
import { stsStatements } from "./sts.ts";

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
