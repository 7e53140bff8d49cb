import { output } from "../../../../testing/tableResources.ts";
import type { PolicyRows, Row } from "./row.ts";

const policy = "require-imdsv2";
/** Metadata options that pass. */
export const hardened = { httpTokens: "required", httpPutResponseHopLimit: 1 };
const types = [
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:ec2/instance:Instance",
];

export const requireImdsv2: PolicyRows = {
  policy,
  rows: [
    ...types.flatMap((type): Row[] => {
      const row = (name: string, metadataOptions: unknown, findings: number): Row => ({
        name: `${name} in ${type}`,
        resources: [{ type, name: "it", inputs: { metadataOptions } }],
        finds: Array.from({ length: findings }, () => [policy, "mandatory", "it"] as const),
      });
      return [
        row("denies missing metadata options", undefined, 2),
        row("denies optional tokens", { ...hardened, httpTokens: "optional" }, 1),
        row("denies a missing hop limit", { httpTokens: "required" }, 1),
        row("passes required tokens", hardened, 0),
        row("passes metadata that is switched off", { httpEndpoint: "disabled" }, 0),
      ];
    }),
    {
      name: "denies optional tokens in aws-native:ec2:LaunchTemplate",
      resources: [
        {
          type: "aws-native:ec2:LaunchTemplate",
          name: "it",
          inputs: { launchTemplateData: { metadataOptions: { ...hardened, httpTokens: "optional" } } },
        },
      ],
      finds: [[policy, "mandatory", "it"]],
    },
    {
      name: "passes required tokens in aws-native:ec2:LaunchTemplate",
      resources: [
        {
          type: "aws-native:ec2:LaunchTemplate",
          name: "it",
          inputs: { launchTemplateData: { metadataOptions: hardened } },
        },
      ],
    },
    {
      name: "denies a launch specification of a spot fleet",
      resources: [
        {
          type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
          name: "it",
          inputs: { launchSpecifications: [{ ami: "ami-0123456789abcdef0", instanceType: "m5.large" }] },
        },
      ],
      finds: [[policy, "mandatory", "it"]],
    },
    {
      name: "denies tokens that are unknown at preview",
      resources: [
        { type: "acme:index/thing:Thing", name: "thing" },
        {
          type: types[0] ?? "",
          name: "it",
          inputs: { metadataOptions: { ...hardened, httpTokens: output("thing", "arn") } },
        },
      ],
      finds: [[policy, "mandatory", "it"]],
    },
  ],
};
