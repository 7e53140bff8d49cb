import { wordsOf, type Call, type WordCalls } from "../wordCalls.ts";

const ecr = (operation: string, more: object = {}): Call => [
  "ecr",
  operation,
  { repositoryName: "orders", ...more },
];
const images = { imageIds: [{ imageTag: "1" }] };
const getImage = ecr("BatchGetImage", images);
const putImage = ecr("PutImage", { imageManifest: "{}" });

const zone = "Z0123456789EXAMPLE";
const changeRecords: Call = [
  "route53",
  "ChangeResourceRecordSets",
  {
    HostedZoneId: zone,
    ChangeBatch: {
      Changes: [{ Action: "UPSERT", ResourceRecordSet: { Name: "a.example.com", Type: "TXT" } }],
    },
  },
];

const stack = (operation: string, more: object = {}): Call => [
  "cloudformation",
  operation,
  { StackName: "orders", ...more },
];
const describeStack = stack("DescribeStacks");
const signal = stack("SignalResource", { LogicalResourceId: "Server", UniqueId: "a", Status: "SUCCESS" });

const certificateId = "11112222-3333-4444-5555-666677778888";
const certificate = (operation: string, more: object = {}): Call => [
  "acm",
  operation,
  { CertificateArn: `arn:aws:acm:eu-central-1:{account}:certificate/${certificateId}`, ...more },
];
const exportCertificate = certificate("ExportCertificate", { Passphrase: "a passphrase" });

const serviceId = "srv-abcd1234efgh5678";
const registerInstance: Call = [
  "servicediscovery",
  "RegisterInstance",
  { ServiceId: serviceId, InstanceId: "a", Attributes: { AWS_INSTANCE_IPV4: "10.0.0.1" } },
];

const mail = (Source: string): Call => [
  "ses",
  "SendEmail",
  {
    Source,
    Destination: { ToAddresses: ["a@example.org"] },
    Message: { Subject: { Data: "a" }, Body: { Text: { Data: "a" } } },
  },
];
const sent = { FromEmailAddress: "orders@example.com", ConfigurationSetName: "orders" };
const templated: Call = [
  "sesv2",
  "SendEmail",
  {
    ...sent,
    Destination: { ToAddresses: ["a@example.org"] },
    Content: { Template: { TemplateName: "receipt", TemplateData: "{}" } },
  },
];
const bulk: Call = [
  "sesv2",
  "SendBulkEmail",
  {
    ...sent,
    DefaultContent: { Template: { TemplateName: "receipt", TemplateData: "{}" } },
    BulkEmailEntries: [{ Destination: { ToAddresses: ["a@example.org"] } }],
  },
];

/** Words about what a platform gives its programs. */
export const platformWords: readonly WordCalls[] = [
  ...wordsOf(
    "ecr",
    { repository: "orders" },
    {
      pull: [getImage, putImage],
      push: [putImage, ecr("ListImages")],
      pullPush: [putImage, ecr("BatchDeleteImage", images)],
      pullThrough: [ecr("CreateRepository"), putImage],
      list: [ecr("ListImages"), getImage],
    },
  ),
  ...wordsOf(
    "ses",
    { identity: "example.com", from: "orders@example.com" },
    { send: [mail("orders@example.com"), ["ses", "VerifyEmailIdentity", { EmailAddress: "a@example.com" }]] },
  ),
  ...wordsOf(
    "ses",
    { identity: "example.com", configurationSet: "orders", template: "receipt" },
    { sendTemplate: [templated, bulk], sendBulk: [bulk, templated] },
  ),
  ...wordsOf(
    "appconfig",
    { application: "abc1234", environment: "def5678", profile: "ghi9012" },
    {
      read: [
        [
          "appconfigdata",
          "StartConfigurationSession",
          {
            ApplicationIdentifier: "abc1234",
            EnvironmentIdentifier: "def5678",
            ConfigurationProfileIdentifier: "ghi9012",
          },
        ],
        [
          "appconfig",
          "GetHostedConfigurationVersion",
          { ApplicationId: "abc1234", ConfigurationProfileId: "ghi9012", VersionNumber: 1 },
        ],
      ],
    },
  ),
  ...wordsOf(
    "sts",
    { role: "orders-reader" },
    {
      assume: [
        [
          "sts",
          "AssumeRole",
          { RoleArn: "arn:aws:iam::{account}:role/orders-reader", RoleSessionName: "proof" },
        ],
        ["sts", "GetFederationToken", { Name: "proof" }],
      ],
    },
  ),
  ...wordsOf(
    "route53",
    { zone },
    {
      read: [["route53", "ListResourceRecordSets", { HostedZoneId: zone }], changeRecords],
      change: [changeRecords, ["route53", "DeleteHostedZone", { Id: zone }]],
    },
  ),
  ...wordsOf(
    "cloudformation",
    { stack: "orders" },
    {
      read: [describeStack, signal],
      signal: [signal, describeStack],
      readSignal: [signal, stack("UpdateStack")],
    },
  ),
  ...wordsOf(
    "acm",
    { certificate: certificateId },
    {
      read: [certificate("DescribeCertificate"), exportCertificate],
      export: [exportCertificate, certificate("DeleteCertificate")],
    },
  ),
  ...wordsOf(
    "servicediscovery",
    { service: serviceId, namespace: "ns-abcd1234efgh5678" },
    {
      register: [registerInstance, ["servicediscovery", "DeleteService", { Id: serviceId }]],
      discoverRegister: [registerInstance, ["servicediscovery", "DeleteService", { Id: serviceId }]],
    },
  ),
  ...wordsOf(
    "cloudfront",
    { distribution: "E1234567890ABC" },
    {
      invalidate: [
        [
          "cloudfront",
          "CreateInvalidation",
          {
            DistributionId: "E1234567890ABC",
            InvalidationBatch: { Paths: { Quantity: 1, Items: ["/a"] }, CallerReference: "a" },
          },
        ],
        ["cloudfront", "GetDistributionConfig", { Id: "E1234567890ABC" }],
      ],
    },
  ),
  ...wordsOf(
    "organizations",
    { organization: "o-a1b2c3d4e5" },
    {
      read: [
        ["organizations", "DescribeOrganization"],
        ["organizations", "ListPolicies", { Filter: "SERVICE_CONTROL_POLICY" }],
      ],
    },
  ),
];
