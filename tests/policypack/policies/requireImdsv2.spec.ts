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
  { name: "does not judge other types", type: "aws:ec2/vpc:Vpc", props: {}, reports: [] },
];

describe("require-imdsv2", () => {
  itJudgesResources(requireImdsv2, cases);
});
