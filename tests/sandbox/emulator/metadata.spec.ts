import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as path from "node:path";
import { Progress } from "../../../commandLine/progress.ts";
import { ensureMiniStack } from "../../../sandbox/emulator/environment.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { outcomeOf } from "../../../testing/clonedProject.ts";

type Parameters = Readonly<Record<string, string | number>>;

interface Request {
  readonly path: string;
  /** @default GET */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds since 1970. @default 0 */
  readonly at?: number;
}

interface Case {
  readonly name: string;
  /** Beside the role "orders" of the instance: how it is launched. */
  readonly launch?: Parameters;
  readonly steps: readonly (
    | Request
    | { readonly call: readonly ["ec2" | "iam", string, Parameters] }
    | { readonly rotate: number | null }
  )[];
  /** The status and the text of each request, and headers where there are any. */
  readonly answers: readonly unknown[];
}

const seconds = "x-aws-ec2-metadata-token-ttl-seconds";
const header = "x-aws-ec2-metadata-token";
const putToken = { method: "PUT", path: "/latest/api/token", headers: { [seconds]: "21600" } };
const token = [200, "<token 1>", { "X-Aws-Ec2-Metadata-Token-Ttl-Seconds": "21600" }];
const withToken = { [header]: "<token 1>" };
const optional = { "MetadataOptions.HttpTokens": "optional" };
const required = { "MetadataOptions.HttpTokens": "required" };
const data = (rest: string) => `/latest/meta-data/${rest}`;
const ofRole = (role: string) => data(`iam/security-credentials/${role}`);
const json = (value: unknown) => JSON.stringify(value, undefined, 2);
const time = (at: number) => new Date(at * 1000).toISOString().replace(".000", "");
const sixHours = 21_600;

const credentials = (number: number, at: number, lifetime = sixHours) => [
  200,
  json({
    Code: "Success",
    LastUpdated: time(at),
    Type: "AWS-HMAC",
    AccessKeyId: `<key ${number}>`,
    SecretAccessKey: `<secret ${number}>`,
    Token: `<session ${number}>`,
    Expiration: time(at + lifetime),
  }),
];

const info = (more: object) =>
  json({
    Code: "Success",
    LastUpdated: time(0),
    InstanceProfileArn: "arn:aws:iam::000000000000:instance-profile/shop/orders",
    InstanceProfileId: "<profile>",
    ...more,
  });

/** What a hand takes off the profile of the instance. */
const takeRoleOff = {
  call: [
    "iam",
    "RemoveRoleFromInstanceProfile",
    { InstanceProfileName: "orders", RoleName: "orders" },
  ] as const,
};

const cases: readonly Case[] = [
  {
    name: "gives a token for one second to six hours, and for nothing else",
    steps: ["1", "21600", "0", "21601", "-1", "1.5", "", "²", "many"].map((ttl) => ({
      ...putToken,
      headers: { [seconds]: ttl },
    })),
    answers: [
      [200, "<token 1>", { "X-Aws-Ec2-Metadata-Token-Ttl-Seconds": "1" }],
      [200, "<token 2>", { "X-Aws-Ec2-Metadata-Token-Ttl-Seconds": "21600" }],
      ...Array.from({ length: 7 }, () => [400, "Bad Request"]),
    ],
  },
  {
    name: "gives no token without a time for it, and none through a proxy",
    steps: [
      { ...putToken, headers: {} },
      { ...putToken, headers: { [seconds]: "60", "x-forwarded-for": "203.0.113.1" } },
    ],
    answers: [
      [400, "Bad Request"],
      [403, "Forbidden"],
    ],
  },
  {
    name: "takes GET for what there is to read and PUT for the token",
    launch: optional,
    steps: [
      { path: "/latest/api/token" },
      { method: "PUT", path: data("instance-id") },
      { method: "POST", path: data("instance-id") },
    ],
    answers: Array.from({ length: 3 }, () => [405, "Method Not Allowed"]),
  },
  {
    name: "answers with a token where the template requires one, and with none as long as it is valid",
    launch: required,
    steps: [
      putToken,
      { path: data("instance-id") },
      { path: data("instance-id"), headers: { [header]: "guessed" } },
      { path: data("instance-id"), headers: { [header]: "" } },
      { path: data("instance-id"), headers: withToken, at: sixHours - 1 },
      { path: data("instance-id"), headers: withToken, at: sixHours },
    ],
    answers: [
      token,
      [401, "Unauthorized"],
      [401, "Unauthorized"],
      [401, "Unauthorized"],
      [200, "<instance>"],
      [401, "Unauthorized"],
    ],
  },
  {
    name: "answers without a token where it is optional, and not with a wrong one",
    launch: optional,
    steps: [{ path: data("instance-id") }, { path: data("instance-id"), headers: { [header]: "guessed" } }],
    answers: [
      [200, "<instance>"],
      [401, "Unauthorized"],
    ],
  },
  {
    name: "heeds what is changed while the instance runs",
    launch: optional,
    steps: [
      { path: data("instance-id") },
      {
        call: ["ec2", "ModifyInstanceMetadataOptions", { InstanceId: "<instance>", HttpTokens: "required" }],
      },
      { path: data("instance-id") },
      {
        call: [
          "ec2",
          "ModifyInstanceMetadataOptions",
          { InstanceId: "<instance>", HttpEndpoint: "disabled" },
        ],
      },
      putToken,
      { path: data("instance-id") },
    ],
    answers: [
      [200, "<instance>"],
      [401, "Unauthorized"],
      [403, "Forbidden"],
      [403, "Forbidden"],
    ],
  },
  {
    name: "answers nothing where the instance is stopped or gone",
    launch: optional,
    steps: [
      { call: ["ec2", "StopInstances", { "InstanceId.1": "<instance>" }] },
      { path: data("instance-id") },
      { call: ["ec2", "TerminateInstances", { "InstanceId.1": "<instance>" }] },
      { path: data("instance-id") },
    ],
    answers: [
      [503, "Service Unavailable"],
      [503, "Service Unavailable"],
    ],
  },
  {
    name: "lists what there is to read, with a slash behind what holds more",
    launch: optional,
    steps: ["/", "/latest", "/latest/", data(""), data("iam"), data("iam/"), data("placement/")].map(
      (at) => ({ path: at }),
    ),
    answers: [
      "latest/",
      "dynamic/\nmeta-data/",
      "dynamic/\nmeta-data/",
      [
        ...["ami-id", "ami-launch-index", "hostname", "iam/", "instance-id", "instance-life-cycle"],
        ...["instance-type", "local-hostname", "local-ipv4", "placement/", "public-hostname", "public-ipv4"],
        ...["security-groups", "services/"],
      ].join("\n"),
      "info\nsecurity-credentials/",
      "info\nsecurity-credentials/",
      "availability-zone\nregion",
    ].map((text) => [200, text]),
  },
  {
    name: "knows the instance",
    launch: { ...optional, UserData: Buffer.from("#!/bin/sh\n").toString("base64") },
    steps: [
      data("ami-id"),
      data("instance-type"),
      data("local-ipv4"),
      data("placement/region"),
      data("placement/availability-zone"),
      data("services/partition"),
      "/latest/user-data",
      "/latest/dynamic/instance-identity/document",
    ].map((at) => ({ path: at })),
    answers: [
      ...["ami-1", "t3.small", "10.0.0.7", "eu-central-1", "eu-central-1a", "aws", "#!/bin/sh\n"],
      json({
        accountId: "000000000000",
        architecture: "x86_64",
        availabilityZone: "eu-central-1a",
        billingProducts: null,
        devpayProductCodes: null,
        marketplaceProductCodes: null,
        imageId: "ami-1",
        instanceId: "<instance>",
        instanceType: "t3.small",
        kernelId: null,
        pendingTime: "<launched>",
        privateIp: "10.0.0.7",
        ramdiskId: null,
        region: "eu-central-1",
        version: "2017-09-30",
      }),
    ].map((text) => [200, text]),
  },
  {
    name: "has nothing elsewhere",
    launch: optional,
    steps: [
      ...["/meta-data", "/latest/user-data", data("none"), data("instance-id/more"), data("tags/instance/")],
      ...[ofRole("reports"), data("iam/security-credentials/orders/more")],
    ].map((at) => ({ path: at })),
    answers: Array.from({ length: 7 }, () => [404, "Not Found"]),
  },
  {
    name: "shows the tags of the instance where the template allows it",
    launch: {
      ...optional,
      "MetadataOptions.InstanceMetadataTags": "enabled",
      "TagSpecification.1.ResourceType": "instance",
      "TagSpecification.1.Tag.1.Key": "Team",
      "TagSpecification.1.Tag.1.Value": "shop",
    },
    steps: [data("tags/"), data("tags/instance/"), data("tags/instance/Team")].map((at) => ({ path: at })),
    answers: ["instance/", "Team", "shop"].map((text) => [200, text]),
  },
  {
    name: "gives the same credentials until five minutes before their end, and then new ones",
    launch: required,
    steps: [
      putToken,
      { path: data("iam/info"), headers: withToken },
      { path: data("iam/security-credentials/"), headers: withToken },
      { path: ofRole("orders"), headers: withToken },
      { path: ofRole("orders"), headers: withToken, at: sixHours - 301 },
      { path: ofRole("orders"), headers: withToken, at: sixHours - 300 },
    ],
    answers: [
      token,
      [200, info({})],
      [200, "orders"],
      credentials(1, 0),
      credentials(1, 0),
      credentials(2, sixHours - 300),
    ],
  },
  {
    name: "gives new credentials as often as it is told, and for the old ones there are five minutes left",
    launch: optional,
    steps: [
      { path: ofRole("orders") },
      { rotate: 10 },
      { path: ofRole("orders"), at: 1 },
      { path: ofRole("orders"), at: 10 },
      { path: ofRole("orders"), at: 11 },
      { rotate: 0 },
      { path: ofRole("orders"), at: 12 },
      { path: ofRole("orders"), at: 12 },
      { rotate: null },
      { path: ofRole("orders"), at: 13 },
    ],
    answers: [
      credentials(1, 0),
      credentials(2, 1, 310),
      credentials(2, 1, 310),
      credentials(3, 11, 310),
      credentials(4, 12, 300),
      credentials(5, 12, 300),
      credentials(6, 13),
    ],
  },
  {
    name: "gives those of another role once the profile is swapped",
    launch: optional,
    steps: [
      { path: ofRole("orders") },
      {
        call: [
          "ec2",
          "ReplaceIamInstanceProfileAssociation",
          { AssociationId: "<association>", "IamInstanceProfile.Name": "reports" },
        ],
      },
      { path: data("iam/security-credentials/"), at: 1 },
      { path: ofRole("orders"), at: 1 },
      { path: ofRole("reports"), at: 1 },
    ],
    answers: [credentials(1, 0), [200, "reports"], [404, "Not Found"], credentials(2, 1)],
  },
  {
    name: "gives those of a role that was made anew under its name",
    launch: optional,
    steps: [
      { path: ofRole("orders") },
      takeRoleOff,
      { call: ["iam", "DeleteRole", { RoleName: "orders" }] },
      {
        call: [
          "iam",
          "CreateRole",
          {
            RoleName: "orders",
            AssumeRolePolicyDocument: JSON.stringify({
              Statement: {
                Effect: "Allow",
                Principal: { Service: ["ec2.amazonaws.com"] },
                Action: "sts:AssumeRole",
              },
            }),
          },
        ],
      },
      {
        call: ["iam", "AddRoleToInstanceProfile", { InstanceProfileName: "orders", RoleName: "orders" }],
      },
      { path: ofRole("orders"), at: 1 },
    ],
    answers: [credentials(1, 0), credentials(2, 1)],
  },
  {
    name: "knows nothing of credentials where the instance has no profile",
    launch: { ...optional, "IamInstanceProfile.Name": "" },
    steps: [data("iam/"), data("iam/info"), data("iam/security-credentials/"), ofRole("orders")].map(
      (at) => ({ path: at }),
    ),
    answers: Array.from({ length: 4 }, () => [404, "Not Found"]),
  },
  {
    name: "says that the profile holds no role, and that it is gone",
    launch: optional,
    steps: [
      takeRoleOff,
      { path: data("iam/info") },
      { path: data("iam/security-credentials/") },
      { call: ["iam", "DeleteInstanceProfile", { InstanceProfileName: "orders" }] },
      { path: data("iam/info") },
      { path: data("iam/security-credentials/") },
    ],
    answers: [
      [200, info({ Message: "Instance Profile does not contain a role." })],
      [404, "Not Found"],
      [200, info({ Code: "InstanceProfileNotFound" })],
      [404, "Not Found"],
    ],
  },
  ...[
    { who: "another service", principal: { Service: "lambda.amazonaws.com" } },
    { who: "an account", principal: { AWS: "000000000000" } },
  ].map(({ who, principal }) => ({
    name: `says that EC2 may not take a role that trusts ${who} only`,
    launch: optional,
    steps: [
      {
        call: [
          "iam",
          "UpdateAssumeRolePolicy",
          {
            RoleName: "orders",
            PolicyDocument: JSON.stringify({
              Version: "2012-10-17",
              Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
            }),
          },
        ] as const,
      },
      { path: ofRole("orders") },
    ],
    answers: [
      [
        200,
        json({
          Code: "AssumeRoleUnauthorizedAccess",
          Message: "EC2 cannot assume the role orders.",
          LastUpdated: time(0),
        }),
      ],
    ],
  })),
];

describe("the metadata service of an instance", () => {
  let answers: readonly unknown[];

  before(async () => {
    const python = await ensureMiniStack(new Progress());
    const child = spawn(python, [path.join(import.meta.dirname, "metadata_answers.py")], {
      env: {
        ...process.env,
        PYTHONPATH: path.join(projectFolder, "sandbox", "emulator"),
        PYTHONDONTWRITEBYTECODE: "1",
      },
    });
    child.stdin.end(JSON.stringify(cases));
    const { code, stdout, stderr } = await outcomeOf(child);
    assert.equal(code, 0, stderr);
    answers = JSON.parse(stdout) as unknown[];
  });

  for (const [index, { name, answers: wanted }] of cases.entries())
    it(name, () => {
      assert.deepEqual(answers[index], wanted);
    });
});
