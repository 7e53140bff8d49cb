import { noUnjudgedDocuments } from "../../../policypack/policies/noUnjudgedDocuments.ts";
import { allow, documentOf, itJudgesResources, type ResourceCase } from "../cases.ts";
import { unknownText } from "../violations.ts";

const document = documentOf(allow("s3:GetObject", "arn:aws:s3:::orders/*"));
const line = (at: string, got: string): string =>
  `subject ${at}: got ${got}: not judged; want documents that are judged before they are deployed; write them in the program or in the text of the template, or review them where they are kept`;
const elsewhere = "a template that is kept elsewhere";

/** Inputs that name a template somewhere else, with where. */
const templates: readonly (readonly [type: string, props: Record<string, unknown>, at: string])[] = [
  ["aws:cloudformation/stack:Stack", { templateUrl: "https://a/b" }, "templateUrl"],
  ["aws:cloudformation/stack:Stack", { templateUrl: unknownText }, "templateUrl"],
  ["aws:cloudformation/stackSet:StackSet", { templateUrl: "https://a/b" }, "templateUrl"],
  ["aws-native:cloudformation:Stack", { templateUrl: "https://a/b" }, "templateUrl"],
  ["aws-native:cloudformation:StackSet", { templateUrl: "https://a/b" }, "templateUrl"],
  ["m:tf:aws_cloudformation_stack", { template_url: "https://a/b" }, "template_url"],
  [
    "aws:servicecatalog/product:Product",
    { provisioningArtifactParameters: { templateUrl: "https://a/b" } },
    "provisioningArtifactParameters.templateUrl",
  ],
  [
    "m:tf:aws_servicecatalog_product",
    { provisioning_artifact_parameters: [{ template_url: "https://a/b" }] },
    "provisioning_artifact_parameters[0].template_url",
  ],
  [
    "aws:servicecatalog/provisioningArtifact:ProvisioningArtifact",
    { templatePhysicalId: "arn:aws:cloudformation:eu-central-1:111122223333:stack/a/b" },
    "templatePhysicalId",
  ],
  ["aws:servicecatalog/provisionedProduct:ProvisionedProduct", { productName: "p" }, "productName"],
  [
    "aws:serverlessrepository/cloudFormationStack:CloudFormationStack",
    { applicationId: "arn:aws:serverlessrepo:eu-central-1:111122223333:applications/a" },
    "applicationId",
  ],
  [
    "aws-native:servicecatalog:CloudFormationProduct",
    { provisioningArtifactParameters: [{ info: { LoadTemplateFromURL: "https://a/b" } }] },
    "provisioningArtifactParameters[0].info",
  ],
  ["aws-native:servicecatalog:CloudFormationProvisionedProduct", { productId: "prod-1" }, "productId"],
];

const documents: ResourceCase[] = [
  ...["aws:iot/policy:Policy", "aws:future/grant:Grant"].flatMap((type) =>
    [document, JSON.parse(document) as unknown].map((policy) => ({
      name: `advises on a document in ${type}, as ${typeof policy}`,
      type,
      props: { policy },
      reports: [line("policy", `a policy document of ${type}`)],
    })),
  ),
  {
    name: "advises once on several documents",
    type: "aws-native:iot:Policy",
    props: { policyDocument: document, more: { statements: document } },
    reports: [line("policyDocument", "a policy document of aws-native:iot:Policy, and 1 more")],
  },
  {
    name: "advises on a document in a type of Terraform's",
    type: "m:tf:aws_iot_policy",
    props: { policy: document },
    reports: [line("policy", "a policy document of aws:iot/policy:Policy")],
  },
  {
    name: "advises on a policy of a module whose document is not where it should be",
    type: "iammod:tf:aws_iam_policy",
    props: { name: "p", document },
    reports: [
      "subject: got no policy document where aws:iam/policy:Policy has one: not judged; want documents that are judged before they are deployed; write them in the program or in the text of the template, or review them where they are kept",
    ],
  },
  ...[
    "aws:organizations/policy:Policy",
    "aws:transfer/user:User",
    "aws:rolesanywhere/profile:Profile",
    "aws:eks/podIdentityAssociation:PodIdentityAssociation",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
  ].map((type) => ({
    name: `says nothing of ${type}, whose documents grant nothing`,
    type,
    props: { policy: document, content: document },
    reports: [],
  })),
  ...["aws:iam/policy:Policy", "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy"].map(
    (type) => ({
      name: `says nothing of ${type}, which is judged`,
      type,
      props: { policy: document, inlinePolicy: document },
      reports: [],
    }),
  ),
  {
    name: "says nothing of a role of a module without inline policies",
    type: "iammod:tf:aws_iam_role",
    props: { assume_role_policy: document, inline_policy: [] },
    reports: [],
  },
  {
    name: "says nothing of a resource policy, which has principals",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: {
      policy: documentOf({
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::a/*",
      }),
    },
    reports: [],
  },
  {
    name: "says nothing of a policy that only denies",
    type: "aws:future/guard:Guard",
    props: { policy: documentOf({ Effect: "Deny", Action: "s3:*", Resource: "*" }) },
    reports: [],
  },
  {
    name: "says nothing of other statements, such as those of data protection",
    type: "aws:sns/dataProtectionPolicy:DataProtectionPolicy",
    props: {
      policy: documentOf({ DataDirection: "Inbound", DataIdentifier: ["a"], Operation: { Deny: {} } }),
    },
    reports: [],
  },
  {
    name: "says nothing of a file that reads like a document",
    type: "aws:s3/bucketObject:BucketObject",
    props: { content: document },
    reports: [],
  },
  {
    name: "says nothing of types of other clouds and of components",
    type: "acme:iam:Policy",
    props: { policy: document },
    reports: [],
  },
  {
    name: "says nothing of a template that is there",
    type: "aws-native:cloudformation:Stack",
    props: {
      templateBody: {
        Resources: {
          R: { Type: "AWS::IAM::RolePolicy", Properties: { PolicyDocument: JSON.parse(document) as object } },
        },
      },
    },
    reports: [],
  },
];

describe("no-unjudged-documents", () => {
  itJudgesResources(noUnjudgedDocuments, [
    ...templates.map(([type, props, at]): ResourceCase => ({
      name: `advises on ${at} of ${type}${props[at] === unknownText ? " that is unknown at preview" : ""}`,
      type,
      props,
      reports: [line(at, elsewhere)],
    })),
    ...documents,
  ]);
});
