import { testErrors } from "./errorCase.ts";

const at = "workloads.orders";
const table = { table: "orders", level: "read" };
const quotes = "; put it in quotes, or YAML makes a map of {account}";
const known = "{account}, {region}, {partition}, {environment}, {stack}";

describe("config errors of placeholders", () => {
  testErrors([
    {
      name: "misspelled ones, each once",
      workload: {
        access: [
          { s3: { bucket: "{acount}-orders", level: "read" } },
          { dynamodb: { ...table, table: "{ stack }-orders" } },
          { kinesis: { stream: ["{Region}"], level: "read" } },
          { s3: { bucket: "orders", prefix: "{env}/", level: "read" } },
        ],
        statements: [
          {
            actions: ["s3:GetObject"],
            resources: ["arn:aws:s3:::{enviroment}-orders/*"],
            conditions: {
              StringEquals: { "aws:SourceAccount": ["{account}", "{acount}"], "aws:SourceVpc": "{vpc}" },
            },
          },
        ],
      },
      says: [
        `${at}.access[0].s3.bucket: unknown placeholder {acount}; did you mean "{account}"?`,
        `${at}.access[1].dynamodb.table: unknown placeholder { stack }; did you mean "{stack}"?`,
        `${at}.access[2].kinesis.stream[0]: unknown placeholder {Region}; did you mean "{region}"?`,
        `${at}.access[3].s3.prefix: unknown placeholder {env}, want one of ${known}`,
        `${at}.statements[0].resources[0]: unknown placeholder {enviroment}; did you mean "{environment}"?`,
        `${at}.statements[0].conditions.StringEquals["aws:SourceAccount"][1]: unknown placeholder {acount}; did you mean "{account}"?`,
        `${at}.statements[0].conditions.StringEquals["aws:SourceVpc"]: unknown placeholder {vpc}, want one of ${known}`,
      ],
    },
    {
      name: "ones where none can be",
      workload: {
        access: [
          { s3: { bucket: "orders", level: "{stack}" } },
          { dynamodb: { ...table, table: "{account}!" } },
        ],
        statements: [
          {
            actions: ["s3:{stack}"],
            resources: ["{account}"],
            conditions: { StringEquals: { "aws:PrincipalTag/{stack}": "x" } },
          },
        ],
        managedPolicies: ["{stack}-policy"],
      },
      says: [
        `${at}.access[0].s3.level: got "{stack}", want list | get | put | delete | read | write | readPut | readWrite`,
        `${at}.access[1].dynamodb.table: got "{account}!", want a table name or an ARN like arn:aws:dynamodb:eu-central-1:111122223333:table/orders`,
        `${at}.statements[0].actions[0]: got "s3:{stack}", want an action of s3`,
        `${at}.statements[0].resources[0]: got "{account}", want "*" or an ARN, such as arn:aws:s3:::orders/*`,
        `${at}.statements[0].conditions.StringEquals["aws:PrincipalTag/{stack}"]: got "aws:PrincipalTag/{stack}", want a condition key without placeholders, which only values have`,
        `${at}.managedPolicies[0]: got "{stack}-policy", want an AWS-managed policy name, account:<name> or an ARN like arn:aws:iam::aws:policy/ReadOnlyAccess`,
      ],
    },
    {
      name: "ones that YAML has made maps of",
      workload: {
        access: [
          { s3: { bucket: { account: null }, level: "read" } },
          { kinesis: { stream: { account: null }, level: "read" } },
        ],
        statements: [
          {
            actions: ["s3:GetObject"],
            resources: ["*"],
            conditions: { StringEquals: { "aws:SourceAccount": { account: null } } },
          },
        ],
      },
      says: [
        `${at}.access[0].s3.bucket: got a map, want a bucket name or an ARN like arn:aws:s3:::orders${quotes}`,
        `${at}.access[1].kinesis.stream: got a map, want a stream name or an ARN like arn:aws:kinesis:eu-central-1:111122223333:stream/orders${quotes}`,
        `${at}.statements[0].conditions.StringEquals["aws:SourceAccount"]: got a map, want text, a number, true, false, or a list of these${quotes}`,
      ],
    },
    {
      name: "what AWS could never apply, as it is written",
      workload: {
        statements: [
          {
            actions: ["s3:GetObject"],
            resources: ["arn:aws:s3:::orders/*"],
            conditions: { ArnLike: { "aws:SourceArn": "{account}" } },
          },
        ],
      },
      says: [
        `${at}.statements[0].conditions.ArnLike["aws:SourceArn"]: got "{account}" for aws:SourceArn, which ArnLike cannot compare, want an ARN, which may hold the wildcards * and ?`,
      ],
    },
  ]);
});
