import { requireImdsv2 } from "../../../policypack/policies/requireImdsv2.ts";
import { itJudgesResources, type ResourceCase } from "../cases.ts";
import { unknownMap, unknownText } from "../violations.ts";

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const instance = "aws:ec2/instance:Instance";
const hardened = { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 };

const tokens = (got: string): string =>
  `subject metadataOptions.httpTokens: got ${got}; want "required", which is IMDSv2; set metadataOptions.httpTokens to "required"`;
const hops = (got: string): string =>
  `subject metadataOptions.httpPutResponseHopLimit: got ${got}; want an explicit number from 1 to 64; set metadataOptions.httpPutResponseHopLimit: 1, or 2 where containers on a bridge network need the role`;
const unknown = (at: string): string =>
  `subject ${at}: got a value unknown at preview; want a literal that can be judged now; set metadataOptions.httpTokens to "required"`;

const ofEveryType: ResourceCase[] = [
  template,
  instance,
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
].flatMap((type) => [
  { name: `passes hardened options of ${type}`, type, props: { metadataOptions: hardened }, reports: [] },
  {
    name: `denies ${type} without metadata options`,
    type,
    props: { imageId: "ami-0123456789abcdef0" },
    reports: [tokens("nothing"), hops("nothing")],
  },
]);

const nativeTemplate = "aws-native:ec2:LaunchTemplate";
const inTemplateData = (message: string): string =>
  message.replace(/^subject /, "subject launchTemplateData.");

/** Types of Cloud Control, whose launch template holds its options deeper. */
const cloudControl: ResourceCase[] = [
  ...["aws-native:ec2:Instance", "aws-native:autoscaling:LaunchConfiguration"].flatMap((type) => [
    { name: `passes hardened options of ${type}`, type, props: { metadataOptions: hardened }, reports: [] },
    {
      name: `denies optional tokens of ${type}`,
      type,
      props: { metadataOptions: { ...hardened, httpTokens: "optional" } },
      reports: [tokens('"optional"')],
    },
  ]),
  {
    name: "leaves an instance of Cloud Control to its launch template",
    type: "aws-native:ec2:Instance",
    props: { launchTemplate: { launchTemplateName: "api", version: "1" } },
    reports: [],
  },
  {
    name: "passes hardened options of a launch template of Cloud Control",
    type: nativeTemplate,
    props: { launchTemplateData: { metadataOptions: hardened } },
    reports: [],
  },
  {
    name: "denies a launch template of Cloud Control without metadata options",
    type: nativeTemplate,
    props: { launchTemplateData: { imageId: "ami-0123456789abcdef0" } },
    reports: [tokens("nothing"), hops("nothing")].map(inTemplateData),
  },
  {
    name: "denies data of a launch template that is unknown at preview",
    type: nativeTemplate,
    props: { launchTemplateData: unknownMap },
    reports: [unknown("launchTemplateData")],
  },
];

const specification = (at: string, got = "a launch specification, which cannot require IMDSv2"): string =>
  `subject ${at}: got ${got}; want a launch template that does; name one in launchTemplateConfigs in place of it`;

const fleets: ResourceCase[] = [
  {
    name: "denies each launch specification of a spot fleet",
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    props: { launchSpecifications: [{ ami: "ami-1", instanceType: "m5.large" }, { ami: "ami-2" }] },
    reports: [specification("launchSpecifications[0]"), specification("launchSpecifications[1]")],
  },
  {
    name: "denies launch specifications that are unknown at preview",
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    props: { launchSpecifications: unknownText },
    reports: [specification("launchSpecifications", "a value unknown at preview")],
  },
  {
    name: "leaves a spot fleet to its launch templates",
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    props: { launchTemplateConfigs: [{ launchTemplateSpecification: { id: unknownText } }] },
    reports: [],
  },
  {
    name: "denies a launch specification of a spot fleet of Cloud Control",
    type: "aws-native:ec2:SpotFleet",
    props: { spotFleetRequestConfigData: { launchSpecifications: [{ imageId: "ami-1" }] } },
    reports: [specification("spotFleetRequestConfigData.launchSpecifications[0]")],
  },
];

const accountDefaults = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
const ofAccount = (got: string): string =>
  `subject httpTokens: got ${got}; want "required", which is IMDSv2; set httpTokens to "required"`;

const defaults: ResourceCase[] = [
  {
    name: "passes defaults of an account that require tokens, with any hop limit",
    type: accountDefaults,
    props: { httpTokens: "required" },
    reports: [],
  },
  ...["optional", "no-preference"].map((value) => ({
    name: `denies defaults of an account with ${value} tokens`,
    type: accountDefaults,
    props: { httpTokens: value },
    reports: [ofAccount(JSON.stringify(value))],
  })),
  {
    name: "denies defaults of an account that say nothing of tokens",
    type: accountDefaults,
    props: { httpPutResponseHopLimit: 2 },
    reports: [ofAccount("nothing")],
  },
  {
    name: "passes defaults of an account without a metadata service",
    type: accountDefaults,
    props: { httpEndpoint: "disabled" },
    reports: [],
  },
];

const cases: ResourceCase[] = [
  ...ofEveryType,
  {
    name: "denies optional tokens",
    type: template,
    props: { metadataOptions: { ...hardened, httpTokens: "optional" } },
    reports: [tokens('"optional"')],
  },
  {
    name: "denies tokens that are not set beside a hop limit",
    type: template,
    props: { metadataOptions: { httpPutResponseHopLimit: 2 } },
    reports: [tokens("nothing")],
  },
  {
    name: "denies a hop limit that is left to the account",
    type: template,
    props: { metadataOptions: { httpTokens: "required" } },
    reports: [hops("nothing")],
  },
  ...[0, 65, 1.5, -1, "many"].map((value) => ({
    name: `denies the hop limit ${JSON.stringify(value)}`,
    type: template,
    props: { metadataOptions: { ...hardened, httpPutResponseHopLimit: value } },
    reports: [hops(JSON.stringify(value))],
  })),
  ...[1, 2, 64, "2"].map((value) => ({
    name: `passes the hop limit ${JSON.stringify(value)}`,
    type: template,
    props: { metadataOptions: { ...hardened, httpPutResponseHopLimit: value } },
    reports: [],
  })),
  {
    name: "passes an instance without a metadata service",
    type: instance,
    props: { metadataOptions: { httpEndpoint: "disabled" } },
    reports: [],
  },
  {
    name: "leaves an instance to its launch template",
    type: instance,
    props: { launchTemplate: { id: unknownText, version: "$Latest" } },
    reports: [],
  },
  {
    name: "denies weaker options of an instance beside its launch template",
    type: instance,
    props: { launchTemplate: { name: "api" }, metadataOptions: { ...hardened, httpTokens: "optional" } },
    reports: [tokens('"optional"')],
  },
  {
    name: "denies options that are unknown at preview",
    type: template,
    props: { metadataOptions: unknownMap },
    reports: [unknown("metadataOptions")],
  },
  {
    name: "denies tokens that are unknown at preview, and passes such a hop limit",
    type: template,
    props: { metadataOptions: { httpTokens: unknownText, httpPutResponseHopLimit: unknownText } },
    reports: [unknown("metadataOptions.httpTokens")],
  },
  {
    name: "leaves a spot instance request to its launch template",
    type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    props: { launchTemplate: { name: "api" } },
    reports: [],
  },
  ...cloudControl,
  ...fleets,
  ...defaults,
  { name: "does not judge other types", type: "aws:ec2/vpc:Vpc", props: {}, reports: [] },
];

describe("require-imdsv2", () => {
  itJudgesResources(requireImdsv2, cases);
});
