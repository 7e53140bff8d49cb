import { wordsOf, type Call, type WordCalls } from "../wordCalls.ts";

const s3 = (operation: string, more: object = { Key: "incoming/a" }): Call => [
  "s3",
  operation,
  { Bucket: "orders", ...more },
];
const putObject = s3("PutObject");
const getObject = s3("GetObject");
const deleteObject = s3("DeleteObject");

const dynamodb = (operation: string, more: object = {}): Call => [
  "dynamodb",
  operation,
  { TableName: "orders", ...more },
];
const key = { id: { S: "a" } };
const getItem = dynamodb("GetItem", { Key: key });
const putItem = dynamodb("PutItem", { Item: key });
const createTable = dynamodb("CreateTable", {
  AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  BillingMode: "PAY_PER_REQUEST",
});

const partiql = (Statement: string): Call => ["dynamodb", "ExecuteStatement", { Statement }];
const select = partiql('select * from "orders"');
const insert = partiql(`insert into "orders" value {'id': 'a'}`);
const describeStream: Call = [
  "dynamodbstreams",
  "DescribeStream",
  { StreamArn: "arn:aws:dynamodb:eu-central-1:{account}:table/orders/stream/2026-01-01T00:00:00.000" },
];

const secret = (operation: string, more: object = {}): Call => [
  "secretsmanager",
  operation,
  { SecretId: "orders/db", ...more },
];
const getSecret = secret("GetSecretValue");
const putSecret = secret("PutSecretValue", { SecretString: "a" });

const parameter = (operation: string, more: object = {}): Call => [
  "ssm",
  operation,
  { Name: "/orders/db", ...more },
];
const getParameter = parameter("GetParameter");
const putParameter = parameter("PutParameter", { Value: "a", Type: "String" });

const kms = (operation: string, more: object = {}): Call => [
  "kms",
  operation,
  { KeyId: "alias/orders", ...more },
];
const macKey = { KeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" };
const decrypt = kms("Decrypt", { CiphertextBlob: "a" });
const encrypt = kms("Encrypt", { Plaintext: "a" });
const signing = { Message: "a", SigningAlgorithm: "RSASSA_PSS_SHA_256" };
const sign = kms("Sign", signing);
const verify = kms("Verify", { ...signing, Signature: "a" });
const mac = { ...macKey, Message: "a", MacAlgorithm: "HMAC_SHA_256" };
const generateMac = kms("GenerateMac", mac);
const verifyMac = kms("VerifyMac", { ...mac, Mac: "a" });

const glue = (operation: string, more: object = {}): Call => [
  "glue",
  operation,
  { DatabaseName: "sales", ...more },
];
const getTables = glue("GetTables");
const updateTable = glue("UpdateTable", { TableInput: { Name: "a" } });

const glueSchema = (operation: string): Call => [
  "glue",
  operation,
  { SchemaId: { RegistryName: "events", SchemaName: "a" } },
];
const getSchema = glueSchema("GetSchema");
const createSchema: Call = [
  "glue",
  "CreateSchema",
  { RegistryId: { RegistryName: "events" }, SchemaName: "a", DataFormat: "AVRO" },
];

/** Words about what is kept somewhere. */
export const dataWords: readonly WordCalls[] = [
  ...wordsOf(
    "s3",
    { bucket: "orders", prefix: "incoming/" },
    {
      list: [s3("ListObjectsV2", { Prefix: "incoming/" }), getObject],
      get: [getObject, deleteObject],
      put: [putObject, getObject],
      delete: [deleteObject, putObject],
      read: [getObject, putObject],
      write: [putObject, getObject],
      readPut: [putObject, deleteObject],
      readWrite: [deleteObject, s3("PutBucketPolicy", { Policy: "{}" })],
    },
  ),
  ...wordsOf(
    "dynamodb",
    { table: "orders" },
    {
      read: [getItem, putItem],
      write: [putItem, getItem],
      readWrite: [putItem, dynamodb("UpdateTable")],
      partiqlRead: [select, insert],
      partiqlWrite: [insert, select],
      stream: [describeStream, getItem],
      createTable: [createTable, dynamodb("UpdateTable")],
      updateTable: [dynamodb("UpdateTable"), createTable],
    },
  ),
  ...wordsOf(
    "secretsmanager",
    { secret: "orders/db" },
    {
      read: [getSecret, putSecret],
      readBatch: [
        ["secretsmanager", "BatchGetSecretValue", { SecretIdList: ["any"] }],
        ["secretsmanager", "ListSecrets"],
      ],
      write: [putSecret, getSecret],
      readWrite: [putSecret, secret("DeleteSecret")],
    },
  ),
  ...wordsOf(
    "ssm",
    { parameter: "/orders/db" },
    {
      read: [getParameter, putParameter],
      write: [putParameter, getParameter],
      readWrite: [putParameter, parameter("DeleteParameter")],
      delete: [parameter("DeleteParameter"), getParameter],
    },
  ),
  ...wordsOf(
    "kms",
    { key: "alias/orders" },
    {
      decrypt: [decrypt, encrypt],
      encrypt: [encrypt, decrypt],
      encryptDecrypt: [
        decrypt,
        kms("CreateGrant", {
          GranteePrincipal: "arn:aws:iam::{account}:role/orders",
          Operations: ["Decrypt"],
        }),
      ],
      generateDataKey: [kms("GenerateDataKey", { KeySpec: "AES_256" }), decrypt],
      sign: [sign, verify],
      verify: [verify, sign],
    },
  ),
  ...wordsOf(
    "kms",
    { key: macKey.KeyId },
    {
      generateMac: [generateMac, verifyMac],
      verifyMac: [verifyMac, generateMac],
    },
  ),
  ...wordsOf(
    "glue",
    { database: "sales" },
    {
      read: [getTables, updateTable],
      write: [updateTable, getTables],
      readWrite: [updateTable, glue("DeleteTable", { Name: "a" })],
    },
  ),
  ...wordsOf(
    "schemaRegistry",
    { registry: "events" },
    {
      read: [getSchema, createSchema],
      register: [createSchema, getSchema],
      readRegister: [createSchema, glueSchema("DeleteSchema")],
    },
  ),
  ...wordsOf(
    "athena",
    { workgroup: "research", results: "acme-athena-results/research/" },
    {
      query: [
        ["athena", "StartQueryExecution", { QueryString: "select 1", WorkGroup: "research" }],
        ["athena", "UpdateWorkGroup", { WorkGroup: "research" }],
      ],
    },
  ),
];
